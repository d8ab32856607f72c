import { refuse, refuseIf } from '../../../domain/refusal.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import {
  isUnchanged,
  movePlace,
  openSubmission,
  readNumber,
  refuseUnapprovedChange,
  writeChange,
} from '../../orders/index.ts';
import { lockedRide } from '../lock-ride.ts';
import { findRide, rewriteRide } from '../queries.ts';
import { ChangeRide } from '../schemas.ts';
import { presentRide, rideChangeRefusal } from './present-ride.ts';
import { quoteRideChange } from './quote-change.ts';

/**
 * Changes a ride until a rider is assigned: when it comes, its places with contacts and hints, stops, load, vehicle,
 * reference. Its price is worked out anew, its place moves along, the version before stays in the history, and a letter
 * says what changed. A resend of the same form changes nothing more.
 * @param input `number` of the order, and {@link ChangeRide}
 *
 * Refuses with `forbidden` without `orders.place`, `not-found` (also for another firm's, and for an order that is no
 * ride), `invalid`, `already-cancelled`, `courier-assigned`, `courier-underway`, `past-change-deadline`, `stale` when
 * somebody else changed it since the version of the answers, `slot-not-offered`, `slot-full`, `key-reused`,
 * `awaiting-approval`, `already-decided` for one that was not approved, `approval-required` when it would get dearer
 * than whoever changes it may order alone.
 */
export async function changeRide(
  ctx: CustomerCtx,
  input: unknown,
): Promise<{ readonly number: string; readonly version: number }> {
  requireRight(ctx, 'orders.place');
  const number = readNumber(input);
  const { key, version, ...wish } = parseInput(ChangeRide, input);
  return transaction(ctx, async (tx) => {
    const body = { verb: 'courier-change', number, version, wish };
    const { earlier, approval } = await openSubmission(tx, ctx, key, body);
    const { order, lines } = await lockedRide(tx, input);
    const stored = (await findRide(tx, order.id)) ?? refuse({ code: 'not-found' });
    if (earlier) return { number, version: order.version };
    refuseIf(rideChangeRefusal(order, stored.ride, ctx.now));
    if (order.version !== version) refuse({ code: 'stale' });
    const quote = await quoteRideChange(tx, ctx, presentRide(order, lines, stored), wish);
    if (isUnchanged(quote.before, quote.after)) return { number, version };
    refuseUnapprovedChange(ctx, approval, quote);
    const changed = await writeChange(tx, ctx, order, quote);
    await rewriteRide(tx, { orderId: order.id, customerId: order.customer_id }, quote.ride);
    await movePlace(tx, quote.before, quote.after, quote.capacity);
    return { number, version: changed };
  });
}
