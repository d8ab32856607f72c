import { refuse } from '../../../domain/refusal.ts';
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
import { findDelivery, locateDelivery, moveDelivery } from './queries.ts';

/**
 * Sends a copy that did not arrive once more, to the same address.
 * Refuses with `not-found`, and with `staff-role-required` without the role `billing`.
 */
export async function resendCopy(ctx: Ctx, deliveryId: number): Promise<void> {
  await onDelivery(ctx, deliveryId, 'document.resend', async (tx, customer, delivery) => {
    const round = delivery.round + 1;
    await moveDelivery(tx, deliveryId, { state: 'waiting', round, problem: null, last_at: ctx.now });
    await ctx.jobs.enqueue(tx, documentCopy, { customerId: customer.customer.id, deliveryId, round });
  });
}

/**
 * Notes that a copy came back: the message about it arrives in the carrier's mailbox, where a clerk reads it.
 * Refuses like {@link resendCopy}.
 */
export async function noteReturned(ctx: Ctx, deliveryId: number): Promise<void> {
  await onDelivery(ctx, deliveryId, 'document.returned', (tx, _, { round }) =>
    moveDelivery(tx, deliveryId, { state: 'returned', round, problem: null, last_at: ctx.now }),
  );
}

async function onDelivery(
  ctx: Ctx,
  deliveryId: number,
  action: string,
  work: (tx: Transaction, customer: CustomerCtx, delivery: { readonly round: number }) => Promise<void>,
): Promise<void> {
  requireStaff(ctx, 'billing');
  const found = await deskTransaction(ctx, (tx) => locateDelivery(tx, deliveryId));
  if (!found) refuse({ code: 'not-found' });
  const customer = { id: found.customerId, number: found.customerNumber, name: found.customerName };
  const forCustomer = { ...ctx, customer };
  await transaction(forCustomer, async (tx) => {
    const delivery = (await findDelivery(tx, deliveryId)) ?? refuse({ code: 'not-found' });
    await work(tx, forCustomer, delivery);
    await audit(tx, forCustomer, { action, object: found.number, after: { address: delivery.address } });
  });
}
