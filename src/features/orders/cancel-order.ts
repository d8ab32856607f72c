import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { orderCancelled } from './jobs.ts';
import { cancelRefusal } from './order-rules.ts';
import { lockOrder, releasePlace, type StoredOrder, setOrderStatus } from './queries.ts';
import { readNumber } from './read-number.ts';

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
    refuseIf(cancelRefusal(order, ctx.now));
    await writeCancellation(tx, ctx, order);
    await ctx.jobs.enqueue(tx, orderCancelled, {
      customerId: ctx.customer.id,
      number: order.number,
      personId: personIdOf(ctx) ?? null,
    });
    await releasePlace(tx, { pool: order.pool, date: order.service_date, starts: order.window_starts });
    return { number: order.number };
  });
}

/**
 * Writes that an order is cancelled. It gives no place back and sends no letter: that is for the verb, which may have
 * many orders to tell of at once.
 */
export async function writeCancellation(
  tx: Transaction,
  ctx: CustomerCtx,
  order: Pick<StoredOrder, 'id' | 'number' | 'status'>,
): Promise<void> {
  await setOrderStatus(tx, {
    id: order.id,
    customerId: ctx.customer.id,
    status: 'cancelled',
    at: ctx.now,
    personId: personIdOf(ctx),
  });
  await audit(tx, ctx, {
    action: 'order.cancel',
    object: order.number,
    before: { status: order.status },
    after: { status: 'cancelled' },
  });
}
