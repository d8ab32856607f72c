import { todayOf } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { holdBalances, lockOwed } from './balance/queries.ts';
import { showBalance } from './balance/show-balance.ts';
import { clerkName } from './clerk-name.ts';
import { returnDebit, runningDebit } from './queries.ts';
import { RecordReturn } from './schemas.ts';

/**
 * Writes down that a bank gave the direct debit of an invoice back: it is owed again and not debited by itself.
 *
 * Refuses with `not-found` for anybody but staff, for another firm's, and when the invoice is not being debited;
 * `staff-role-required` without `billing`; `invalid` (`returnedOn`: `before-debit`, `in-the-future`).
 */
export async function recordReturn(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'billing');
  const { number, returnedOn, reason } = parseInput(RecordReturn, input);
  const today = todayOf(ctx);
  await transaction(ctx, async (tx) => {
    await holdBalances(tx, 'one');
    const invoice = await lockOwed(tx, number);
    const debit = invoice && (await runningDebit(tx, invoice.id));
    if (!debit) refuse({ code: 'not-found' });
    const problem =
      Temporal.PlainDate.compare(returnedOn, today) > 0
        ? ('in-the-future' as const)
        : Temporal.PlainDate.compare(returnedOn, debit.dueOn) < 0 && ('before-debit' as const);
    if (problem) refuse({ code: 'invalid', fields: [{ field: 'returnedOn', problem }] });
    await returnDebit(tx, debit.id, { on: returnedOn, reason, by: clerkName(ctx) });
    await audit(tx, ctx, {
      action: 'debit.return',
      object: number,
      after: { debit: debit.endToEndId, returnedOn: returnedOn.toString(), reason, amount: debit.amount },
    });
    await showBalance(tx, ctx, invoice);
  });
}
