import { inTime } from '../calendar/deadlines.ts';
import type { Refusal } from '../refusal.ts';
import type { OrderStatus } from './status.ts';

/** What decides whether an order may be changed. */
export interface ChangeableOrder {
  readonly status: OrderStatus;
  /** The last instant in time, kept with the order; an order without one is final. */
  readonly changeUntil: Temporal.Instant | null | undefined;
  readonly cancelledAt?: Temporal.Instant | null | undefined;
}

/** Until when something may be done to an order; undefined: never. */
export interface OrderDeadlines {
  readonly changeUntil: Temporal.Instant | undefined;
  readonly cancelUntil: Temporal.Instant | undefined;
}

/**
 * Whether the customer may change the order now: undefined is yes. Stamps and labels never, all else until its
 * own change deadline (by default that of cancelling: 16:00 on the calendar day before), later no more; an order
 * that has been carried out is past it whatever the clock says. While it waits for approval it stays what somebody
 * is asked about: it is cancelled and ordered anew. Button, form and API all ask this one question.
 */
export function mayChange(order: ChangeableOrder, now: Temporal.Instant): Refusal | undefined {
  if (order.cancelledAt) return { code: 'already-cancelled', at: order.cancelledAt };
  if (order.status === 'awaiting-approval') return { code: 'awaiting-approval' };
  if (order.status === 'declined' || order.status === 'expired') {
    return { code: 'already-decided', decision: order.status };
  }
  if (!order.changeUntil) return { code: 'final-when-placed' };
  if (order.status !== 'placed' || !inTime(order.changeUntil, now)) {
    return { code: 'past-change-deadline', deadline: order.changeUntil };
  }
  return undefined;
}

/**
 * The deadlines of an order after a change at `now`. On the same date they stay as promised, on another one they
 * are those of that date. What could no longer be cancelled cannot be won back by moving it.
 * @param anew the deadlines that the rules give for the new date
 */
export function deadlinesAfterChange(
  promised: OrderDeadlines,
  anew: OrderDeadlines,
  change: { readonly sameDate: boolean; readonly now: Temporal.Instant },
): OrderDeadlines {
  const { changeUntil, cancelUntil } = promised;
  if (change.sameDate) return { changeUntil, cancelUntil };
  const isCancellable = cancelUntil !== undefined && inTime(cancelUntil, change.now);
  return { changeUntil: anew.changeUntil, cancelUntil: isCancellable ? anew.cancelUntil : cancelUntil };
}
