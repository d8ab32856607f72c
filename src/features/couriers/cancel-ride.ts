import { rideCancellation } from '../../domain/courier/index.ts';
import { totals } from '../../domain/money.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { presentState, releasePlace, setOrderStatus, writeVersion } from '../orders/index.ts';
import { courierLetter } from './jobs.ts';
import { type LockedRide, lockedRide } from './lock-ride.ts';
import { chargeCancellation } from './queries.ts';
import { CancelRide } from './schemas.ts';

/**
 * Cancels a ride by its own rule: free until a rider is assigned, then for the base fee that was promised; the order
 * keeps that as its only line. Its place is free again, a letter says what it costs.
 * @param input `number`, and `fee`: what cancelling costs by what the caller knows, in net cents
 *
 * Refuses with `forbidden` without `orders.cancel`, `not-found` (also for another firm's ride), `invalid`,
 * `already-cancelled`, `already-decided` for one that was not approved, `courier-underway` once it is picked up,
 * `stale` when it costs something else by now.
 */
export async function cancelRide(
  ctx: CustomerCtx,
  input: unknown,
): Promise<{ readonly number: string; readonly fee: number }> {
  requireRight(ctx, 'orders.cancel');
  const { fee: expected } = parseInput(CancelRide, input);
  return transaction(ctx, async (tx) => {
    const found = await lockedRide(tx, input);
    const { order, ride } = found;
    const cancellation = rideCancellation({
      status: order.status,
      step: ride.step,
      cancelledAt: order.cancelled_at,
    });
    if (!cancellation.may) return refuse(cancellation.refusal);
    const fee = cancellation.charge === 'base-fee' ? ride.baseFee : 0;
    // a rider may have been assigned since the page was shown: nobody pays what they were not told
    if (fee !== expected) refuse({ code: 'stale' });
    const personId = personIdOf(ctx);
    if (fee > 0) await leaveOnlyTheFee(tx, ctx, found);
    await setOrderStatus(tx, {
      id: order.id,
      customerId: ctx.customer.id,
      status: 'cancelled',
      at: ctx.now,
      personId,
    });
    if (fee > 0) await chargeCancellation(tx, order.id);
    await audit(tx, ctx, {
      action: 'order.cancel',
      object: order.number,
      before: { status: order.status, step: ride.step },
      after: { status: 'cancelled', feeCents: fee },
    });
    await ctx.jobs.enqueue(tx, courierLetter, {
      customerId: ctx.customer.id,
      number: order.number,
      occasion: 'cancelled',
      personId: personId ?? null,
    });
    await releasePlace(tx, { pool: order.pool, date: order.service_date, starts: order.window_starts });
    return { number: order.number, fee };
  });
}

async function leaveOnlyTheFee(
  tx: Transaction,
  ctx: CustomerCtx,
  { order, lines, ride }: LockedRide,
): Promise<void> {
  const state = presentState(order, lines);
  const fee = state.lines.filter(({ productCode }) => productCode === ride.product);
  const by = { personId: personIdOf(ctx), at: ctx.now };
  await writeVersion(tx, order, { ...state, lines: fee, ...totals(fee) }, by);
}
