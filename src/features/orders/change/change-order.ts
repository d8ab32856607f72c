import { refuse, refuseIf } from '../../../domain/refusal.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changeRefusal } from '../order-rules.ts';
import { readNumber } from '../read-number.ts';
import { openSubmission } from '../submission.ts';
import { isUnchanged } from './differences.ts';
import { movePlace } from './move-place.ts';
import { lockOrderToChange } from './queries.ts';
import { changeOptions, quoteChange } from './quote-change.ts';
import { refuseUnapprovedChange } from './refuse-unapproved-change.ts';
import { ChangeOrder } from './schemas.ts';
import { writeChange } from './write-change.ts';

/** The order as it is after the change; the same version as before when nothing was to be different. */
export interface ChangedOrder {
  readonly number: string;
  readonly version: number;
}

/**
 * Changes an order: date and window, address, quantities, reference, cost centre, hint. It gets the prices of today
 * and the deadlines of its new date, its place moves along, the version before stays in its history, and a letter
 * says what changed. A resend of the same form changes nothing more.
 * @param input `number`, for example `A-2026-000042`, and {@link ChangeOrder}
 *
 * Refuses with `forbidden` without `orders.place`, `not-found` (also for another firm's order), `invalid`,
 * `already-cancelled`, `final-when-placed`, `past-change-deadline`, `stale` when somebody else changed it since
 * the version of the answers, `slot-not-offered`, `slot-full`, `key-reused`, `awaiting-approval`, `already-decided` for
 * one that was not approved, `approval-required` when it would get dearer than whoever changes it may order alone.
 */
export async function changeOrder(ctx: CustomerCtx, input: unknown): Promise<ChangedOrder> {
  requireRight(ctx, 'orders.place');
  const number = readNumber(input);
  const { key, ...answers } = parseInput(ChangeOrder, input);
  return transaction(ctx, async (tx) => {
    // sorted, so that a program may send the same basket in another order
    const basket = Object.entries(answers.quantities ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
    const { earlier, approval } = await openSubmission(tx, ctx, key, {
      verb: 'change',
      number,
      ...answers,
      quantities: basket,
    });
    const found = await lockOrderToChange(tx, number);
    if (!found) return refuse({ code: 'not-found' });
    const { order } = found;
    if (earlier) return { number, version: order.version };
    refuseIf(changeRefusal(order, ctx.now));
    if (order.version !== answers.version) refuse({ code: 'stale' });
    const quote = quoteChange(await changeOptions(tx, ctx, found), answers, ctx.now);
    if (isUnchanged(quote.before, quote.after)) return { number, version: order.version };
    refuseUnapprovedChange(ctx, approval, quote);
    const version = await writeChange(tx, ctx, order, quote);
    await movePlace(tx, quote.before, quote.after, quote.capacity);
    return { number, version };
  });
}
