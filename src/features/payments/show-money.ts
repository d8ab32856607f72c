import { todayOf } from '../../domain/calendar/index.ts';
import { MANDATE_SCHEMES } from '../../domain/mandates/index.ts';
import { balanceOf, mayRemind, overdueDays } from '../../domain/payments/index.ts';
import { refuse } from '../../domain/refusal.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireStaff,
  transaction,
} from '../../platform/context.ts';
import { accountOf, movementsOf } from './balance/queries.ts';
import { dueBy } from './debit-files/make-debit-file.ts';
import { debitCandidates, debitFiles, debitsOf, downloadsOf, findDebitFile } from './debit-files/queries.ts';
import { openItems, openTotals, overdueFirms } from './open-items/queries.ts';
import { remindableBefore } from './reminders/write-reminder.ts';
import { DebitFileNumber } from './schemas.ts';

/*
 * What the pages of the desk show of money. Each refuses with `not-found` for anybody but staff and
 * `staff-role-required` without the role `billing`.
 */

const PER_PAGE = 100;
const MOST_FILES = 50;
const MOST_OVERDUE = 500;

/** What has been paid, debited and returned of an invoice, and what is still owed. */
export async function showMoney(ctx: CustomerCtx, invoice: { readonly id: number; readonly gross: number }) {
  requireStaff(ctx, 'billing');
  return transaction(ctx, async (tx) => ({
    balance: balanceOf(await accountOf(tx, invoice)),
    ...(await movementsOf(tx, invoice.id)),
  }));
}

export type Money = Awaited<ReturnType<typeof showMoney>>;

/** Open items of all firms or of one, what is due for longest first. */
export async function showOpenItems(ctx: Ctx, filter: { readonly customer: string; readonly page: number }) {
  requireStaff(ctx, 'billing');
  const today = todayOf(ctx);
  return deskTransaction(ctx, async (tx) => {
    const { customer, page } = filter;
    const rows = await openItems(tx, { customer, limit: PER_PAGE + 1, offset: (page - 1) * PER_PAGE });
    return {
      totals: await openTotals(tx, customer),
      rows: rows.slice(0, PER_PAGE).map((row) => ({
        ...row,
        overdue: row.balance > 0 ? overdueDays(row.dueOn, today) : 0,
        mayRemind: row.balance > 0 && mayRemind(row.dueOn, today),
      })),
      hasMore: rows.length > PER_PAGE,
    };
  });
}

/** The files of debits so far, and what a new one of each kind would hold. */
export async function showDebitFiles(ctx: Ctx) {
  requireStaff(ctx, 'billing');
  return deskTransaction(ctx, async (tx) => {
    const due = [];
    for (const scheme of MANDATE_SCHEMES) {
      const candidates = await debitCandidates(tx, scheme, dueBy(ctx));
      due.push({
        scheme,
        debits: candidates.length,
        sum: candidates.reduce((total, { balance }) => total + balance, 0),
      });
    }
    return { due, dueBy: dueBy(ctx), files: await debitFiles(tx, MOST_FILES) };
  });
}

/** One file with its debits and who took it; refuses with `not-found` for an unknown one. */
export async function showDebitFile(ctx: Ctx, input: { readonly number: string | undefined }) {
  requireStaff(ctx, 'billing');
  const asked = DebitFileNumber.safeParse(input);
  if (!asked.success) refuse({ code: 'not-found' });
  return deskTransaction(ctx, async (tx) => {
    const file = (await findDebitFile(tx, asked.data.number)) ?? refuse({ code: 'not-found' });
    return { file, debits: await debitsOf(tx, file.id), downloads: await downloadsOf(tx, file.id) };
  });
}

/** Firms that could be reminded. */
export async function showOverdue(ctx: Ctx) {
  requireStaff(ctx, 'billing');
  const today = todayOf(ctx);
  return deskTransaction(ctx, (tx) => overdueFirms(tx, remindableBefore(today), MOST_OVERDUE));
}
