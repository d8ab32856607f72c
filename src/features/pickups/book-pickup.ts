import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { openSubmission, type PlacedOrder, placeOrders } from '../orders/index.ts';
import { quotePickup } from './quote-pickup.ts';
import { BookPickup } from './schemas.ts';

/**
 * Books a one-off pickup at one of the firm's pickup addresses. A resend of the same form gives the first pickup.
 * @param input see {@link BookPickup}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid`, `slot-not-offered`, `slot-full`, `key-reused`.
 */
export async function bookPickup(ctx: CustomerCtx, input: unknown): Promise<readonly PlacedOrder[]> {
  requireRight(ctx, 'orders.place');
  const { key, ...booking } = parseInput(BookPickup, input);
  return transaction(ctx, async (tx) => {
    const earlier = await openSubmission(tx, ctx, key, { verb: 'pickup', booking });
    if (earlier) return earlier;
    return placeOrders(tx, ctx, await quotePickup(tx, ctx, booking), key);
  });
}
