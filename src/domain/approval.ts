import { inTime } from './calendar/deadlines.ts';
import type { OrderStatus } from './orders/status.ts';
import type { Refusal } from './refusal.ts';

/** When orders of a firm wait for somebody's approval, as its administrators have set it. */
export interface ApprovalRule {
  readonly isOn: boolean;
  /** What comes to more than so many net cents waits; undefined: nothing waits for its amount. */
  readonly aboveCents: number | undefined;
  /** Also whoever may approve needs somebody else for their own orders. */
  readonly fourEyes: boolean;
}

/** Who orders, as far as approval depends on it. */
export interface Orderer {
  /** The carrier acts: it books what it has agreed with the firm. */
  readonly isCarrier: boolean;
  /** Holds the right to approve orders. */
  readonly mayApprove: boolean;
  /** All orders of this person wait, whatever they cost. */
  readonly isWatched: boolean;
}

/** Whether orders of this person need nobody else: those who may approve, unless the firm demands more of them. */
export function isExempt(rule: ApprovalRule, orderer: Orderer): boolean {
  if (!rule.isOn || orderer.isCarrier) return true;
  return orderer.mayApprove && !rule.fourEyes && !orderer.isWatched;
}

/**
 * Whether an order waits for approval.
 * @param net net cents of everything that is ordered together: a basket that becomes several orders counts as one
 */
export function needsApproval(rule: ApprovalRule, orderer: Orderer, net: number): boolean {
  if (isExempt(rule, orderer)) return false;
  return orderer.isWatched || (rule.aboveCents !== undefined && net > rule.aboveCents);
}

/**
 * Whether a change of an order needs approval: one that makes it cost more than what was agreed, if an order of that
 * amount would. What stays the same or gets cheaper was agreed already.
 */
export function changeNeedsApproval(
  rule: ApprovalRule,
  orderer: Orderer,
  net: { readonly before: number; readonly after: number },
): boolean {
  return net.after > net.before && needsApproval(rule, orderer, net.after);
}

/** An order that waits or waited, as far as deciding about it depends on it. */
export interface DecidableOrder {
  readonly status: OrderStatus;
  readonly approveUntil: Temporal.Instant | null | undefined;
  readonly cancelledAt?: Temporal.Instant | null | undefined;
  /** Whoever decides has placed it. */
  readonly isOwn: boolean;
}

/**
 * Whether somebody who holds the right may approve or decline the order now: undefined is yes. Until the deadline, the
 * deadline included; once; and not an order of one's own unless one is exempt.
 */
export function mayDecide(
  order: DecidableOrder,
  { exempt, now }: { readonly exempt: boolean; readonly now: Temporal.Instant },
): Refusal | undefined {
  const { status, approveUntil, cancelledAt } = order;
  if (cancelledAt) return { code: 'already-cancelled', at: cancelledAt };
  if (status === 'declined') return { code: 'already-decided', decision: 'declined' };
  if (
    approveUntil &&
    (status === 'expired' || (status === 'awaiting-approval' && !inTime(approveUntil, now)))
  ) {
    return { code: 'past-approval-deadline', deadline: approveUntil };
  }
  if (status !== 'awaiting-approval') return { code: 'already-decided', decision: 'approved' };
  return order.isOwn && !exempt ? { code: 'own-order' } : undefined;
}

/** Whether nobody decided in time about an order that waits. */
export function hasExpired(
  order: Pick<DecidableOrder, 'status' | 'approveUntil'>,
  now: Temporal.Instant,
): boolean {
  return order.status === 'awaiting-approval' && !!order.approveUntil && !inTime(order.approveUntil, now);
}
