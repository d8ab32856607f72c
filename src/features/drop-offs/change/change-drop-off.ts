import { refuse, refuseIf } from '../../../domain/refusal.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import {
  changeRefusal,
  isUnchanged,
  lockOrderToChange,
  movePlace,
  openSubmission,
  presentState,
  readNumber,
  writeChange,
} from '../../orders/index.ts';
import { inOneOrder } from '../book-drop-off.ts';
import { kindOfService } from '../kinds.ts';
import { findAnnounced, insertAnnounced } from '../queries.ts';
import { ChangeDropOff } from '../schemas.ts';
import { quoteChange } from './quote-change.ts';

/**
 * Changes a drop-off until its deadline: it grows through the day. Products, pieces, weights, containers, site and
 * window, reference, cost centre, note; the manifest code stays, its place moves along, every version stays in the
 * history, and a letter says what changed. A resend of the same form changes nothing more.
 * @param input `number` of the order, and {@link ChangeDropOff}
 *
 * Refuses with `forbidden` without `orders.place`, `not-found` (also for another firm's, and for an order that is no
 * drop-off), `invalid`, `already-cancelled`, `past-change-deadline`, `stale` when somebody else changed it since the
 * version of the answers, `slot-not-offered`, `slot-full`, `key-reused`, `awaiting-approval`, `already-decided` for one
 * that was not approved.
 */
export async function changeDropOff(
  ctx: CustomerCtx,
  input: unknown,
): Promise<{ readonly number: string; readonly version: number }> {
  requireRight(ctx, 'orders.place');
  const number = readNumber(input);
  const { key, version, ...answers } = parseInput(ChangeDropOff, input);
  return transaction(ctx, async (tx) => {
    const body = { verb: 'drop-off-change', number, version, ...inOneOrder(answers) };
    const { earlier: isResent } = await openSubmission(tx, ctx, key, body);
    const found = await lockOrderToChange(tx, number);
    const kind = found && kindOfService(found.order.service_code);
    const announced = found && (await findAnnounced(tx, found.order.id));
    if (!found || !kind || !announced) return refuse({ code: 'not-found' });
    const { order } = found;
    if (isResent) return { number, version: order.version };
    refuseIf(changeRefusal(order, ctx.now));
    if (order.version !== version) refuse({ code: 'stale' });
    const state = presentState(order, found.lines);
    const quote = await quoteChange(tx, ctx, { kind, state, announced }, answers);
    if (isUnchanged(quote.before, quote.after)) return { number, version };
    const changed = await writeChange(tx, ctx, order, quote);
    const announcedFor = { orderId: order.id, customerId: order.customer_id, version: changed };
    await insertAnnounced(tx, announcedFor, quote.announced);
    await movePlace(tx, quote.before, quote.after, quote.capacity);
    return { number, version: changed };
  });
}
