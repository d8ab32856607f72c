import type { Decision } from '../../domain/orders/index.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { addNotice } from '../notices/index.ts';
import { approvalRefusal, approvalTerms, lockOrder, readNumber } from '../orders/index.ts';
import { decisionLetter } from './jobs.ts';
import { contactOf, hasDecided, writeDecision } from './queries.ts';

/** An order that waits, locked until the transaction ends. */
export type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockOrder>>>;

/**
 * Locks the order of an input for a decision; undefined when whoever acts has decided just so before: a form that is
 * sent twice decides once. Part of the verbs, which check the right.
 *
 * Refuses with `not-found` (also for another firm's order), `already-decided`, `already-cancelled`,
 * `past-approval-deadline`, `own-order`.
 */
export async function lockToDecide(
  tx: Transaction,
  ctx: CustomerCtx,
  input: unknown,
  decision: Exclude<Decision, 'expired'>,
): Promise<LockedOrder | undefined> {
  const order = (await lockOrder(tx, readNumber(input))) ?? refuse({ code: 'not-found' });
  const personId = personIdOf(ctx);
  const stands = order.status === (decision === 'approved' ? 'placed' : 'declined');
  if (stands && personId !== undefined && (await hasDecided(tx, order.id, personId, decision)))
    return undefined;
  refuseIf(approvalRefusal(order, ctx, await approvalTerms(tx, ctx)));
  return order;
}

const STATUS_AFTER = { approved: 'placed', declined: 'declined', expired: 'expired' } as const;

/**
 * Writes the decision with its audit entry, and tells whom it concerns, in the portal and by letter. It gives no place
 * back: that comes last, in the verb.
 */
export async function decide(
  tx: Transaction,
  ctx: CustomerCtx,
  order: LockedOrder,
  decision: Decision,
  reason?: string,
): Promise<void> {
  const customerId = ctx.customer.id;
  const personId = personIdOf(ctx);
  const status = STATUS_AFTER[decision];
  await writeDecision(tx, { orderId: order.id, customerId, decision, status, at: ctx.now, personId, reason });
  await audit(tx, ctx, {
    action: ACTIONS[decision],
    object: order.number,
    before: { status: order.status },
    after: { status, ...(reason === undefined ? {} : { reason }) },
  });
  const contact = await contactOf(tx, order.placed_by);
  if (contact !== undefined && contact !== personId)
    await addNotice(tx, { customerId, personId: contact, kind: decision, orderId: order.id, at: ctx.now });
  await ctx.jobs.enqueue(tx, decisionLetter, {
    customerId,
    number: order.number,
    decision,
    personId: contact ?? null,
  });
}

const ACTIONS = {
  approved: 'order.approve',
  declined: 'order.decline',
  expired: 'order.expire',
} as const satisfies Record<Decision, string>;
