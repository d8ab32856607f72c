import { isUnconfirmed } from '../../domain/orders/index.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireCarrier,
  transaction,
} from '../../platform/context.ts';
import { graceMinutes, lockDayOrder, unconfirmedOrders } from './queries.ts';
import { recordFailure } from './take-step.ts';

/** So many at a time; whatever is left over is found again at once. */
const BATCH = 200;

/**
 * Marks the services whose window and the time for saying so are over without a word as not carried out, each exactly
 * once, whoever else looks at the same time: a lock on the order decides, and what is no longer open is passed over.
 * @returns how many were marked
 */
export async function markUnconfirmed(ctx: Ctx): Promise<number> {
  requireCarrier(ctx);
  let marked = 0;
  for (;;) {
    const found = await deskTransaction(ctx, (tx) => unconfirmedOrders(tx, ctx.now, BATCH));
    let markedNow = 0;
    for (const { number, customer_id: id, customer_number, customer_name: name } of found) {
      const isMarked = await markOne({ ...ctx, customer: { id, number: customer_number, name } }, number);
      if (isMarked) markedNow += 1;
    }
    marked += markedNow;
    if (found.length < BATCH || markedNow === 0) return marked;
  }
}

async function markOne(ctx: CustomerCtx, number: string): Promise<boolean> {
  return transaction(ctx, async (tx) => {
    const order = await lockDayOrder(tx, number);
    const afterMinutes = await graceMinutes(tx, number);
    const isDue =
      order && isUnconfirmed({ status: order.status, endsAt: order.ends_at, afterMinutes }, ctx.now);
    if (!isDue) return false;
    await recordFailure(tx, ctx, number, order, { reason: 'unconfirmed', note: '' });
    return true;
  });
}
