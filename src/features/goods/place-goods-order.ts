import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { openSubmission, type PlacedOrder, placeOrders } from '../orders/index.ts';
import { quoteGoods } from './quote-goods.ts';
import { PlaceGoodsOrder } from './schemas.ts';

/**
 * Orders stamps, labels and boxes for a delivery date and window. A basket with different deadlines becomes
 * several orders; a resend of the same form gives the orders of the first one.
 * @param input see {@link PlaceGoodsOrder}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid`, `slot-not-offered`, `slot-full`, `key-reused`.
 */
export async function placeGoodsOrder(ctx: CustomerCtx, input: unknown): Promise<readonly PlacedOrder[]> {
  requireRight(ctx, 'orders.place');
  const { key, quantities, ...booking } = parseInput(PlaceGoodsOrder, input);
  return transaction(ctx, async (tx) => {
    // sorted, so that a program may send the same basket in another order
    const basket = Object.entries(quantities).sort(([a], [b]) => (a < b ? -1 : 1));
    const { earlier, approval } = await openSubmission(tx, ctx, key, { verb: 'goods', basket, booking });
    if (earlier) return earlier;
    const quote = await quoteGoods(tx, ctx, { quantities, booking });
    return placeOrders(tx, ctx, quote, key, approval);
  });
}
