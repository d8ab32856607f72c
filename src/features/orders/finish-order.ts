import { mayBecome } from '../../domain/orders/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireCarrier, transaction } from '../../platform/context.ts';
import { lockOrder, setOrderStatus } from './queries.ts';

/**
 * Records what became of an order on its day: done, or a trip in vain. Only the carrier may say so.
 *
 * Refuses with `not-found` for anybody else and for an order that has ended already.
 */
export async function finishOrder(
  ctx: CustomerCtx,
  input: { number: string; status: 'completed' | 'failed' },
): Promise<void> {
  requireCarrier(ctx);
  await transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, input.number);
    if (!order || !mayBecome(order.status, input.status)) refuse({ code: 'not-found' });
    await setOrderStatus(tx, {
      id: order.id,
      customerId: ctx.customer.id,
      status: input.status,
      at: ctx.now,
      personId: undefined,
    });
    await audit(tx, ctx, {
      action: `order.${input.status}`,
      object: order.number,
      before: { status: order.status },
      after: { status: input.status },
    });
  });
}
