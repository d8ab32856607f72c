import { FAIL_REASONS, type FailReason, isCharged, mayBecome } from '../../domain/orders/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireCarrier, transaction } from '../../platform/context.ts';
import { insertOutcome } from './outcome-queries.ts';
import { lockOrder, setOrderStatus } from './queries.ts';

/** How an order ended; why it failed decides whether the firm pays for the trip in vain. */
export type OrderEnd =
  | { readonly number: string; readonly status: 'completed' }
  | { readonly number: string; readonly status: 'failed'; readonly reason: FailReason };

/**
 * Records what became of an order on its day: done, or a trip in vain, which is charged when it was the firm's own fault.
 * Only the carrier may say so.
 *
 * Refuses with `not-found` for anybody else and for an order that has ended already.
 */
export async function finishOrder(ctx: CustomerCtx, input: OrderEnd): Promise<void> {
  requireCarrier(ctx);
  await transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, input.number);
    if (!order || !mayBecome(order.status, input.status)) refuse({ code: 'not-found' });
    const { status } = input;
    const reason = input.status === 'failed' ? input.reason : undefined;
    const key = { customerId: ctx.customer.id, at: ctx.now };
    await setOrderStatus(tx, { ...key, id: order.id, status, personId: undefined });
    await insertOutcome(tx, {
      ...key,
      orderId: order.id,
      kind: status,
      recordedAt: ctx.now,
      clerkName: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
      pieces: undefined,
      boxesOut: undefined,
      boxesIn: undefined,
      reason,
      atFault: reason && FAIL_REASONS[reason],
      note: '',
      isCharged: reason === undefined || isCharged(reason),
    });
    await audit(tx, ctx, {
      action: `order.${status}`,
      object: order.number,
      before: { status: order.status },
      after: { status, ...(reason ? { reason } : {}) },
    });
  });
}
