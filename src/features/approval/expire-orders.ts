import { hasExpired } from '../../domain/approval.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireCarrier,
  transaction,
} from '../../platform/context.ts';
import { lockOrder, releasePlace } from '../orders/index.ts';
import { decide } from './decide.ts';
import { overdueOrders } from './queries.ts';

/** So many at a time; whatever is left over is found again at once. */
const BATCH = 200;

/**
 * Lets the orders expire that nobody approved in time, each exactly once, whoever else looks at the same time: a lock on
 * the order decides, and what does not wait any more is passed over. Their places are free again.
 * @returns how many expired
 *
 * Refuses with `not-found` for anybody but the carrier.
 */
export async function expireOrders(ctx: Ctx): Promise<number> {
  requireCarrier(ctx);
  let expired = 0;
  for (;;) {
    const found = await deskTransaction(ctx, (tx) => overdueOrders(tx, ctx.now, BATCH));
    let now = 0;
    for (const { number, customer_id: id, customer_number, customer_name: name } of found) {
      if (await expireOne({ ...ctx, customer: { id, number: customer_number, name } }, number)) now += 1;
    }
    expired += now;
    if (found.length < BATCH || now === 0) return expired;
  }
}

async function expireOne(ctx: CustomerCtx, number: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const order = await lockOrder(tx, number);
    const isDue = order && hasExpired({ status: order.status, approveUntil: order.approve_until }, ctx.now);
    if (!isDue) return false;
    await decide(tx, ctx, order, 'expired');
    await releasePlace(tx, { pool: order.pool, date: order.service_date, starts: order.window_starts });
    return true;
  });
}
