import { isExempt, mayDecide } from '../../domain/approval.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type Ctx, may, personIdOf } from '../../platform/context.ts';
import type { Frame } from '../../ui/index.ts';
import { ordererOf } from './approval-terms.ts';
import { kindOf } from './order-kinds.ts';
import { cancelRefusal, changeRefusal } from './order-rules.ts';
import type { ApprovalTerms, StoredOrder } from './queries.ts';
import { words } from './words.ts';

/** What the customer may still do with the order, or why they may not cancel it. */
export type Possibility =
  | { readonly kind: 'cancel'; readonly until: Temporal.Instant; readonly mayCancel: boolean }
  | { readonly kind: 'note'; readonly text: string };

/** Until when the order can be changed, and whether this person may. */
export interface ChangePossibility {
  readonly until: Temporal.Instant;
  readonly mayChange: boolean;
}

/** What somebody may do about an order that waits for approval. */
export interface ApprovalPossibility {
  readonly until: Temporal.Instant;
  /** Approve and decline it. */
  readonly mayDecide: boolean;
  /** May approve orders, but not this one, which is their own. */
  readonly isOwn: boolean;
  /** Take it back: they have placed it. */
  readonly mayWithdraw: boolean;
}

/** Whether the order waits for approval, and what this person may do about it, by the rule that the verbs ask. */
export function approvalPossibility(
  order: StoredOrder,
  ctx: Ctx,
  terms: ApprovalTerms | undefined,
): ApprovalPossibility | undefined {
  const { approve_until: until } = order;
  if (order.status !== 'awaiting-approval' || !until) return undefined;
  const refusal = terms && approvalRefusal(order, ctx, terms);
  const mayApprove = may(ctx, 'orders.approve');
  return {
    until,
    mayDecide: terms !== undefined && mayApprove && !refusal,
    isOwn: mayApprove && refusal?.code === 'own-order',
    mayWithdraw: isOwnOrder(order, ctx) && may(ctx, 'orders.place'),
  };
}

/** Why this order cannot be approved or declined now by whoever acts; undefined: it can. Pages, verbs and the API ask here. */
export function approvalRefusal(
  order: Pick<StoredOrder, 'status' | 'approve_until' | 'cancelled_at' | 'placed_by'>,
  ctx: Ctx,
  terms: ApprovalTerms,
): Refusal | undefined {
  return mayDecide(
    {
      status: order.status,
      approveUntil: order.approve_until,
      cancelledAt: order.cancelled_at,
      isOwn: isOwnOrder(order, ctx),
    },
    { exempt: isExempt(terms.rule, ordererOf(ctx, terms)), now: ctx.now },
  );
}

/** Whether whoever acts has placed it. */
export const isOwnOrder = (order: Pick<StoredOrder, 'placed_by'>, ctx: Pick<Ctx, 'actor'>): boolean =>
  order.placed_by !== null && order.placed_by === personIdOf(ctx);

/** Whether the order can be cancelled, by the rule that the verb asks. */
export function cancelPossibility(order: StoredOrder, ctx: Ctx, { language, formats }: Frame): Possibility {
  const t = words[language].order;
  const { cancel_until: until, change_until: changeUntil } = order;
  const note = (text: string): Possibility => ({ kind: 'note', text });
  if (order.status === 'awaiting-approval' && order.approve_until) {
    return { kind: 'cancel', until: order.approve_until, mayCancel: may(ctx, 'orders.cancel') };
  }
  if (until && !cancelRefusal(order, ctx.now)) {
    return { kind: 'cancel', until, mayCancel: may(ctx, 'orders.cancel') };
  }
  if (order.cancelled_at) return note(t.isCancelled({ at: formats.dateTime(order.cancelled_at) }));
  if (order.status === 'completed') return note(t.isCompleted);
  if (order.status === 'failed') return note(t.isFailed);
  if (order.status === 'declined') return note(t.isDeclined({ reason: order.decline_reason ?? '' }));
  if (order.status === 'expired' && order.approve_until)
    return note(t.isExpired({ until: formats.dateTime(order.approve_until) }));
  if (!until) return note(changeUntil ? t.noCancelling : t.final);
  const deadline = formats.dateTime(until);
  return note(changeUntil?.equals(until) ? t.lateForBoth({ deadline }) : t.late({ deadline }));
}

/** Whether the order can be changed, by the rule that the verb asks; undefined: not any more, or never. */
export function changePossibility(order: StoredOrder, ctx: Ctx): ChangePossibility | undefined {
  const { change_until: until } = order;
  if (!until || changeRefusal(order, ctx.now) || !kindOf(order.service_code)) return undefined;
  return { until, mayChange: may(ctx, 'orders.place') };
}
