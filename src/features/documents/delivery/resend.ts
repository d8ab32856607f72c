import { refuse } from '../../../domain/refusal.ts';
import type { AuditAction } from '../../../platform/audit/action-words.ts';
import { audit } from '../../../platform/audit/audit.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireStaff,
  transaction,
} from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { documentCopy } from '../jobs.ts';
import { type Delivery, findDelivery, locateDelivery, lockDelivery, moveDelivery } from './queries.ts';

/**
 * Sends a copy that did not arrive once more, to the same address. One that waits or was sent meanwhile stays as it is:
 * a button that is pressed twice sends once. Answers whether it is sent again.
 * Refuses with `not-found`, and with `staff-role-required` without the role `billing`.
 */
export async function resendCopy(ctx: Ctx, deliveryId: number): Promise<boolean> {
  return onDelivery(ctx, deliveryId, 'document.resend', async (tx, customer, delivery) => {
    if (delivery.state !== 'failed' && delivery.state !== 'returned') return false;
    const round = delivery.round + 1;
    await moveDelivery(tx, deliveryId, { state: 'waiting', round, problem: null, last_at: ctx.now });
    await ctx.jobs.enqueue(tx, documentCopy, { customerId: customer.customer.id, deliveryId, round });
    return true;
  });
}

/**
 * Notes that a copy came back: the message about it arrives in the carrier's mailbox, where a clerk reads it. Only what
 * was sent can come back. Answers whether that was noted now.
 * Refuses like {@link resendCopy}.
 */
export async function noteReturned(ctx: Ctx, deliveryId: number): Promise<boolean> {
  return onDelivery(ctx, deliveryId, 'document.returned', async (tx, _, { round, state }) => {
    if (state !== 'sent') return false;
    await moveDelivery(tx, deliveryId, { state: 'returned', round, problem: null, last_at: ctx.now });
    return true;
  });
}

async function onDelivery(
  ctx: Ctx,
  deliveryId: number,
  action: AuditAction,
  work: (
    tx: Transaction,
    customer: CustomerCtx,
    delivery: { readonly round: number; readonly state: Delivery['state'] },
  ) => Promise<boolean>,
): Promise<boolean> {
  requireStaff(ctx, 'billing');
  const found = await deskTransaction(ctx, (tx) => locateDelivery(tx, deliveryId));
  if (!found) refuse({ code: 'not-found' });
  const customer = { id: found.customerId, number: found.customerNumber, name: found.customerName };
  const forCustomer = { ...ctx, customer };
  return transaction(forCustomer, async (tx) => {
    await lockDelivery(tx, deliveryId);
    const delivery = (await findDelivery(tx, deliveryId)) ?? refuse({ code: 'not-found' });
    const isDone = await work(tx, forCustomer, delivery);
    if (isDone) {
      await audit(tx, forCustomer, { action, object: found.number, after: { address: delivery.address } });
    }
    return isDone;
  });
}
