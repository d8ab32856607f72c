import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { readNumber } from '../orders/index.ts';
import { decide, lockToDecide } from './decide.ts';

/**
 * Approves an order that waits: from now on it is placed, with the place, prices and deadlines that it was promised.
 * Whoever ordered is told. The same person may send it twice; it counts once.
 * @param input `number`, for example `A-2026-000042`
 *
 * Refuses with `forbidden` without `orders.approve`, `not-found` (also for another firm's order), `already-decided`,
 * `already-cancelled`, `past-approval-deadline`, `own-order`.
 */
export async function approveOrder(ctx: CustomerCtx, input: unknown): Promise<{ readonly number: string }> {
  requireRight(ctx, 'orders.approve');
  return transaction(ctx, async (tx) => {
    const order = await lockToDecide(tx, ctx, input, 'approved');
    if (order) await decide(tx, ctx, order, 'approved');
    return { number: readNumber(input) };
  });
}
