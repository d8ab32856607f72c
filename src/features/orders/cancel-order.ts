import { mayCancel } from '../../domain/orders/index.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import { orderCancelled } from './jobs.ts';
import { lockOrder, releasePlace, setOrderStatus } from './queries.ts';
import { OrderNumber } from './schemas.ts';

/**
 * Cancels an order: it will not be carried out and not be charged, its place is free again, a letter confirms it.
 * @param input `number`, for example `A-2026-000042`
 *
 * Refuses with `forbidden` without `orders.cancel`, `not-found` (also for another firm's order),
 * `final-when-placed`, `past-deadline`, `already-cancelled`.
 */
export async function cancelOrder(ctx: CustomerCtx, input: unknown): Promise<{ number: string }> {
  requireRight(ctx, 'orders.cancel');
  const number = readNumber(input);
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, number);
    if (!order) refuse({ code: 'not-found' });
    refuseIf(
      mayCancel(
        {
          status: order.status,
          final: order.cancel_until === null,
          cancelUntil: order.cancel_until,
          cancelledAt: order.cancelled_at,
        },
        ctx.now,
      ),
    );
    const personId = personIdOf(ctx);
    await setOrderStatus(tx, {
      id: order.id,
      customerId: ctx.customer.id,
      status: 'cancelled',
      at: ctx.now,
      personId,
    });
    await audit(tx, ctx, {
      action: 'order.cancel',
      object: order.number,
      before: { status: order.status },
      after: { status: 'cancelled' },
    });
    await ctx.jobs.enqueue(tx, orderCancelled, {
      customerId: ctx.customer.id,
      number: order.number,
      personId: personId ?? null,
    });
    await releasePlace(tx, { pool: order.pool, date: order.service_date, starts: order.window_starts });
    return { number: order.number };
  });
}

/** A number of the wrong form is as unknown as one that was never given out. */
function readNumber(input: unknown): string {
  const parsed = OrderNumber.safeParse(input);
  return parsed.success ? parsed.data.number : refuse({ code: 'not-found' });
}
