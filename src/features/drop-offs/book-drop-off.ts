import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { openSubmission, type PlacedOrder, placeOrders } from '../orders/index.ts';
import { insertAnnounced, insertDropOff } from './queries.ts';
import { quoteDropOff } from './quote-drop-off.ts';
import { BookDropOff } from './schemas.ts';

/**
 * Announces a drop-off at a site of the carrier: an order with a place in the window of the site, a manifest with a
 * code of its own, and what will be brought. A resend of the same form gives the first one.
 * @param input see {@link BookDropOff}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid`, `slot-not-offered`, `slot-full`, `key-reused`.
 */
export async function bookDropOff(ctx: CustomerCtx, input: unknown): Promise<readonly PlacedOrder[]> {
  requireRight(ctx, 'orders.place');
  const { key, kind, ...answers } = parseInput(BookDropOff, input);
  return transaction(ctx, async (tx) => {
    const { earlier, approval } = await openSubmission(tx, ctx, key, {
      verb: 'drop-off',
      kind,
      ...inOneOrder(answers),
    });
    if (earlier) return earlier;
    const { quote, announced, manifestCode } = await quoteDropOff(tx, ctx, kind, answers);
    const placed = await placeOrders(tx, ctx, quote, key, approval);
    for (const { id } of placed) {
      const of = { orderId: id, customerId: ctx.customer.id };
      await insertDropOff(tx, {
        order_id: id,
        customer_id: ctx.customer.id,
        manifest_code: manifestCode,
      });
      await insertAnnounced(tx, { ...of, version: 1 }, announced);
    }
    return placed;
  });
}

/** The same announcement whatever the order in which a program names the products. */
export const inOneOrder = <Answers extends { readonly items: object }>({ items, ...answers }: Answers) => ({
  ...answers,
  items: Object.entries(items).sort(([a], [b]) => (a < b ? -1 : 1)),
});
