import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { openSubmission, type PlacedOrder, placeOrders } from '../orders/index.ts';
import { insertRide } from './queries.ts';
import { quoteRide } from './quote-ride.ts';
import { BookRide } from './schemas.ts';

/**
 * Books a courier at the price of {@link quoteRide}: an order with the price in its lines, and a ride with its places
 * that is followed step by step. A resend of the same form gives the first ride.
 * @param input see {@link BookRide}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid`, `slot-not-offered`, `slot-full`, `key-reused`, `approval-required` for a ride at once that
 * would have to wait for approval.
 */
export async function bookRide(ctx: CustomerCtx, input: unknown): Promise<readonly PlacedOrder[]> {
  requireRight(ctx, 'orders.place');
  const { key, ...wish } = parseInput(BookRide, input);
  return transaction(ctx, async (tx) => {
    const { earlier, approval } = await openSubmission(tx, ctx, key, { verb: 'courier', wish });
    if (earlier) return earlier;
    const { quote, ride } = await quoteRide(tx, ctx, wish);
    const placed = await placeOrders(tx, ctx, quote, key, approval);
    for (const { id } of placed)
      await insertRide(tx, { orderId: id, customerId: ctx.customer.id, at: ctx.now }, ride);
    return placed;
  });
}
