import { inTime } from '../calendar/deadlines.ts';
import type { Refusal } from '../refusal.ts';
import { mayBecome, type OrderStatus } from './status.ts';

/** What decides whether an order may be cancelled. */
export interface CancellableOrder {
  readonly status: OrderStatus;
  /** Stamps and labels: the order binds from the moment it is placed. */
  readonly final: boolean;
  /** The last instant in time, kept with the order when it was placed; an order without one is final. */
  readonly cancelUntil?: Temporal.Instant | null | undefined;
  readonly cancelledAt?: Temporal.Instant | null | undefined;
}

/**
 * Whether the customer may cancel the order now: undefined is yes. Brief: stamps and labels never in the
 * portal, all else until its deadline, later no more (and it is charged); an order that has been carried out
 * is past its deadline whatever the clock says. What still waits for approval binds nobody: it can be cancelled,
 * final or not. Button, form and API all ask this one question.
 */
export function mayCancel(order: CancellableOrder, now: Temporal.Instant): Refusal | undefined {
  if (order.cancelledAt) return { code: 'already-cancelled', at: order.cancelledAt };
  if (order.status === 'awaiting-approval') return undefined;
  if (order.status === 'declined' || order.status === 'expired') {
    return { code: 'already-decided', decision: order.status };
  }
  if (order.final || !order.cancelUntil) return { code: 'final-when-placed' };
  if (!mayBecome(order.status, 'cancelled') || !inTime(order.cancelUntil, now)) {
    return { code: 'past-deadline', deadline: order.cancelUntil };
  }
  return undefined;
}
