import { parseCustomerNumber } from '../../domain/customer-number.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Ctx, deskTransaction, requireConfirmation, requireStaff } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type AuditFilter, type AuditRow, customerIdOf, findAudit, listAudit, whoIs } from './queries.ts';
import type { AuditQuery } from './schemas.ts';

const PAGE_SIZE = 50;

/** What a spreadsheet opens, and what fits into memory beside everything else. */
export const MOST_EXPORTED = 20_000;

/** One page of the log; `newer` and `older` are the cursors of the pages beside it, if there are any. */
export interface AuditPage {
  readonly rows: readonly AuditRow[];
  readonly newer: number | undefined;
  readonly older: number | undefined;
}

/** The entries that fit, newest first. Refuses with `not-found`, `staff-role-required`. */
export function searchAudit(ctx: Ctx, input: AuditQuery, pageSize = PAGE_SIZE): Promise<AuditPage> {
  requireStaff(ctx, 'admin');
  const { older, newer } = input;
  const cursor = older === undefined ? { newer } : { older };
  return deskTransaction(ctx, async (tx) => {
    const filter = await filterOf(tx, input, ctx.timeZone);
    if (!filter) return { rows: [], newer: undefined, older: undefined };
    const found = await listAudit(tx, filter, cursor, pageSize + 1);
    const hasMore = found.length > pageSize;
    const page = found.slice(0, pageSize);
    const rows = cursor.newer === undefined ? page : page.toReversed();
    const goesNewer = cursor.newer === undefined ? cursor.older !== undefined : hasMore;
    const goesOlder = cursor.newer === undefined ? hasMore : true;
    return {
      rows,
      newer: goesNewer ? rows[0]?.id : undefined,
      older: goesOlder ? rows.at(-1)?.id : undefined,
    };
  });
}

/** All entries that fit, for a file. Refuses with `confirmation-required`, and with `too-many-rows` beyond {@link MOST_EXPORTED}. */
export function exportAudit(ctx: Ctx, input: AuditQuery): Promise<readonly AuditRow[]> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  return deskTransaction(ctx, async (tx) => {
    const filter = await filterOf(tx, input, ctx.timeZone);
    const rows = filter ? await listAudit(tx, filter, {}, MOST_EXPORTED + 1) : [];
    if (rows.length > MOST_EXPORTED) refuse({ code: 'too-many-rows', limit: MOST_EXPORTED });
    return rows;
  });
}

/** One entry. Refuses with `not-found`, `staff-role-required`. */
export async function showAudit(ctx: Ctx, id: number): Promise<AuditRow> {
  requireStaff(ctx, 'admin');
  const entry = await deskTransaction(ctx, (tx) => findAudit(tx, id));
  return entry ?? refuse({ code: 'not-found' });
}

/** Undefined when nothing can fit: no such firm. */
async function filterOf(
  tx: Transaction,
  input: AuditQuery,
  timeZone: string,
): Promise<AuditFilter | undefined> {
  const { who, customer, action, object, from, to } = input;
  const midnight = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone }).toInstant();
  const customerId = customer ? await customerIdOf(tx, parseCustomerNumber(customer) ?? customer) : undefined;
  if (customer && customerId === undefined) return undefined;
  return {
    ...(who ? { actorName: who, ...(await whoIs(tx, who)) } : {}),
    customerId,
    action: action || undefined,
    object: object || undefined,
    from: from && midnight(from),
    // the last day counts whole
    before: to && midnight(to.add({ days: 1 })),
  };
}
