import { type Refusal, refuse, refuseIf } from '../../domain/refusal.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import {
  isOwnOrder,
  lockOrder,
  orderCancelled,
  readNumber,
  releasePlace,
  writeCancellation,
} from '../orders/index.ts';
import type { LockedOrder } from './decide.ts';

/**
 * Takes an order back that still waits for approval. Whoever placed it may do so without the right to cancel: nobody
 * has agreed to it yet. Its place is free again, a letter confirms it.
 * @param input `number`, for example `A-2026-000042`
 *
 * Refuses with `forbidden` without `orders.place`, and for somebody else's order without `orders.cancel`; `not-found`
 * (also for another firm's order), `already-cancelled`, `already-decided`.
 */
export async function withdrawOrder(ctx: CustomerCtx, input: unknown): Promise<{ readonly number: string }> {
  requireRight(ctx, 'orders.place');
  const number = readNumber(input);
  return transaction(ctx, async (tx) => {
    const order = (await lockOrder(tx, number)) ?? refuse({ code: 'not-found' });
    if (!isOwnOrder(order, ctx)) requireRight(ctx, 'orders.cancel');
    refuseIf(withdrawRefusal(order));
    await writeCancellation(tx, ctx, order);
    await ctx.jobs.enqueue(tx, orderCancelled, {
      customerId: ctx.customer.id,
      number,
      personId: personIdOf(ctx) ?? null,
    });
    await releasePlace(tx, { pool: order.pool, date: order.service_date, starts: order.window_starts });
    return { number };
  });
}

/** Why there is nothing to take back any more; undefined: it waits. The page asks here, too. */
export function withdrawRefusal({
  status,
  cancelled_at: at,
}: Pick<LockedOrder, 'status' | 'cancelled_at'>): Refusal | undefined {
  if (status === 'awaiting-approval') return undefined;
  if (at) return { code: 'already-cancelled', at };
  const decision = status === 'declined' || status === 'expired' ? status : 'approved';
  return { code: 'already-decided', decision };
}
