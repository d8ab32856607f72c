import { type Ctx, deskTransactionFor, transaction } from '../../../platform/context.ts';
import { findInvoiceSettings } from '../../master-data/index.ts';
import { isRegistered } from '../../registration/index.ts';
import { listMembers } from '../../users/index.ts';
import { forFirm } from '../for-firm.ts';
import { openFirmRequests } from '../requests/queries.ts';
import { firmHistory, readDeskSide, readFirm } from './queries.ts';

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

/** What happened at a firm, the newest first. Refuses like {@link showFirm}. */
export async function showFirmHistory(ctx: Ctx, number: string) {
  const forIt = await forFirm(ctx, number);
  const rows = await deskTransactionFor(forIt, (tx) => firmHistory(tx, forIt.customer.id));
  return { customer: forIt.customer, rows };
}
