import { todayOf } from '../../domain/calendar/index.ts';
import { balanceOf } from '../../domain/payments/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { accountOf, holdBalances, lockOwed } from './balance/queries.ts';
import { showBalance } from './balance/show-balance.ts';
import { clerkName } from './clerk-name.ts';
import { insertPayment } from './queries.ts';
import { RecordPayment } from './schemas.ts';

/**
 * Writes down that money came in for an invoice, or that the firm got some back. More than is owed is taken all the
 * same: the rest is what the firm has to get.
 * @param input `kind`: `transfer` or `refund`; `amount` in euros as typed; `key` makes a second submit find the first
 *
 * Refuses with `not-found` for anybody but staff and for another firm's, `staff-role-required` without `billing`,
 * `invalid` (`paidOn`: `in-the-future`; `amount`: `too-large` for a refund of more than the firm has to get).
 */
export async function recordPayment(ctx: CustomerCtx, input: unknown): Promise<{ balance: number }> {
  requireStaff(ctx, 'billing');
  const { number, kind, amount, paidOn, note, key } = parseInput(RecordPayment, input);
  const today = todayOf(ctx);
  if (Temporal.PlainDate.compare(paidOn, today) > 0) {
    refuse({ code: 'invalid', fields: [{ field: 'paidOn', problem: 'in-the-future' }] });
  }
  return transaction(ctx, async (tx) => {
    await holdBalances(tx, 'one');
    const invoice = await lockOwed(tx, number);
    if (!invoice) refuse({ code: 'not-found' });
    const before = balanceOf(await accountOf(tx, invoice));
    const isNew = await insertPayment(tx, {
      customer_id: ctx.customer.id,
      invoice_id: invoice.id,
      kind,
      amount_cents: amount,
      paid_on: paidOn,
      note,
      entry_key: key,
      recorded_at: ctx.now,
      recorded_by_name: clerkName(ctx),
    });
    if (!isNew) return { balance: before };
    if (kind === 'refund' && amount > -before) {
      refuse({
        code: 'invalid',
        fields: [{ field: 'amount', problem: 'too-large', limit: Math.max(0, -before) / 100 }],
      });
    }
    const balance = kind === 'transfer' ? before - amount : before + amount;
    await audit(tx, ctx, {
      action: `payment.${kind}`,
      object: number,
      before: { balance: before },
      after: { balance, amount, paidOn: paidOn.toString(), note },
    });
    await showBalance(tx, ctx, invoice);
    return { balance };
  });
}
