import { type Ctx, deskTransactionFor, transaction } from '../../../platform/context.ts';
import { findInvoiceSettings } from '../../master-data/index.ts';
import { isRegistered } from '../../registration/index.ts';
import { listMembers } from '../../users/index.ts';
import { forFirm } from '../for-firm.ts';
import { openFirmRequests } from '../requests/queries.ts';
import { PAGE_SIZE, pageOf, readDatedId, readId } from './pager-links.ts';
import { firmDocuments, firmHistory, firmOrders, readDeskSide, readFirm } from './queries.ts';

/**
 * Everything about a firm: what it keeps itself, read as that firm, and what the desk knows beside it.
 *
 * Refuses with `not-found` for anybody but staff and for a number that is none, `staff-role-required` without care.
 */
export async function showFirm(ctx: Ctx, number: string) {
  const forIt = await forFirm(ctx, number);
  const own = await transaction(forIt, async (tx) => ({
    ...(await readFirm(tx)),
    members: await listMembers(tx),
    settings: await findInvoiceSettings(tx),
  }));
  const desk = await deskTransactionFor(forIt, async (tx) => ({
    ...(await readDeskSide(tx, forIt.customer.id)),
    isRegistered: await isRegistered(tx, forIt.customer.id),
    requests: await openFirmRequests(tx, forIt.customer.id),
  }));
  return { customer: forIt.customer, ...own, ...desk };
}

export type ShownFirm = Awaited<ReturnType<typeof showFirm>>;

/**
 * What happened at a firm, the newest first, one page. Refuses like {@link showFirm}.
 * @param after where the page before ended; anything that is no place shows the first page
 */
export async function showFirmHistory(ctx: Ctx, number: string, after = '') {
  const forIt = await forFirm(ctx, number);
  const rows = await deskTransactionFor(forIt, (tx) =>
    firmHistory(tx, forIt.customer.id, readId(after), PAGE_SIZE + 1),
  );
  return { customer: forIt.customer, ...pageOf(rows, ({ id }) => `${id}`) };
}

/** Its orders, the last placed first, one page. Refuses like {@link showFirm}. */
export async function showFirmOrders(ctx: Ctx, number: string, after: string) {
  const forIt = await forFirm(ctx, number);
  const rows = await transaction(forIt, (tx) => firmOrders(tx, readId(after), PAGE_SIZE + 1));
  return { customer: forIt.customer, ...pageOf(rows, ({ id }) => `${id}`) };
}

/** Its documents, the newest first, one page. Refuses like {@link showFirm}. */
export async function showFirmDocuments(ctx: Ctx, number: string, after: string) {
  const forIt = await forFirm(ctx, number);
  const rows = await transaction(forIt, (tx) => firmDocuments(tx, readDatedId(after), PAGE_SIZE + 1));
  return { customer: forIt.customer, ...pageOf(rows, ({ date, id }) => `${date}_${id}`) };
}
