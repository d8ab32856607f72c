import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { readNumber, releasePlace } from '../orders/index.ts';
import { decide, lockToDecide } from './decide.ts';
import { Decline } from './schemas.ts';

/**
 * Declines an order that waits: it is not carried out and not charged, and its place is free again. Whoever ordered
 * reads the reason. The same person may send it twice; it counts once, with its first reason.
 * @param input `number`, and {@link Decline}
 *
 * Refuses as `approveOrder` does, and with `invalid` without a reason.
 */
export async function declineOrder(ctx: CustomerCtx, input: unknown): Promise<{ readonly number: string }> {
  requireRight(ctx, 'orders.approve');
  const number = readNumber(input);
  const { reason } = parseInput(Decline, input);
  return transaction(ctx, async (tx) => {
    const order = await lockToDecide(tx, ctx, input, 'declined');
    if (!order) return { number };
    await decide(tx, ctx, order, 'declined', reason);
    await releasePlace(tx, { pool: order.pool, date: order.service_date, starts: order.window_starts });
    return { number };
  });
}
