import { type CustomerCtx, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { openSubmission, type PlacedOrder, placeOrders } from '../orders/index.ts';
import { EXTRA, type PickupKind } from './kinds.ts';
import { quotePickup } from './quote-pickup.ts';
import { BookPickup } from './schemas.ts';

/**
 * Books a pickup at one of the firm's pickup addresses: a one-off pickup unless another kind is named. A resend of
 * the same form gives the first pickup.
 * @param input see {@link BookPickup}
 *
 * Refuses with `forbidden` without `orders.place`, `invalid`, `slot-not-offered`, `slot-full`, `key-reused`.
 */
export async function bookPickup(
  ctx: CustomerCtx,
  input: unknown,
  kind: PickupKind = EXTRA,
): Promise<readonly PlacedOrder[]> {
  requireRight(ctx, 'orders.place');
  const { key, ...booking } = parseInput(BookPickup, input);
  return transaction(ctx, async (tx) => {
    const verb = kind === EXTRA ? 'pickup' : `pickup ${kind.name}`;
    const { earlier, approval } = await openSubmission(tx, ctx, key, { verb, booking });
    if (earlier) return earlier;
    return placeOrders(tx, ctx, await quotePickup(tx, ctx, kind, booking), key, approval);
  });
}
