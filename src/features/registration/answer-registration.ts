import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import {
  approveWaiting,
  isRegistered,
  lockWaiting,
  type WaitingRegistration,
  waitingRegistrations,
} from './desk-queries.ts';
import { registrationLetter } from './jobs.ts';
import { declineOpenRequest } from './queries.ts';
import { CONFIRMATION_HOURS } from './rules.ts';
import { RequestId } from './schemas.ts';

/**
 * The registrations that wait for the desk, the oldest first.
 *
 * Refuses with `staff-role-required` without the role care, `not-found` for anybody but the carrier.
 */
export async function listRegistrations(ctx: Ctx): Promise<WaitingRegistration[]> {
  requireStaff(ctx, 'care');
  return deskTransaction(ctx, waitingRegistrations);
}

/**
 * The desk has made sure that the person belongs to the firm: they get the link that makes them administrator and
 * main contact.
 * @param input see {@link RequestId}
 *
 * Refuses with `staff-role-required` without the role care, `not-found` for anybody but the carrier, for what does not wait and for a number that belongs to
 * nobody; `stale` when the firm was registered meanwhile.
 */
export async function approveRegistration(ctx: Ctx, input: unknown): Promise<void> {
  const clerk = clerkOf(ctx);
  const { requestId } = parseInput(RequestId, input);
  await deskTransaction(ctx, async (tx) => {
    const waiting = await lockWaiting(tx, requestId);
    if (!waiting || waiting.customerId === null) refuse({ code: 'not-found' });
    if (await isRegistered(tx, waiting.customerId)) refuse({ code: 'stale' });
    await approveWaiting(tx, requestId, ctx.now.add({ hours: CONFIRMATION_HOURS }));
    const customer = { id: waiting.customerId, number: waiting.customerNumber, name: '' };
    await audit(
      tx,
      { ...ctx, customer },
      { action: 'registration.approve', object: `registration/${requestId}`, after: { clerk } },
    );
    await ctx.jobs.enqueue(tx, registrationLetter, { requestId, kind: 'confirm' });
  });
}

/**
 * The desk could not make sure; the person is told what they can do.
 * @param input see {@link RequestId}
 *
 * Refuses with `staff-role-required` without the role care, `not-found` for anybody but the carrier and for what does not wait.
 */
export async function declineRegistration(ctx: Ctx, input: unknown): Promise<void> {
  const clerk = clerkOf(ctx);
  const { requestId } = parseInput(RequestId, input);
  await deskTransaction(ctx, async (tx) => {
    const waiting = await lockWaiting(tx, requestId);
    if (!waiting) refuse({ code: 'not-found' });
    await declineOpenRequest(tx, requestId);
    const { customerId: id, customerNumber: number } = waiting;
    await audit(
      tx,
      { ...ctx, customer: id === null ? undefined : { id, number, name: '' } },
      { action: 'registration.decline', object: `registration/${requestId}`, after: { clerk } },
    );
    await ctx.jobs.enqueue(tx, registrationLetter, { requestId, kind: 'declined' });
  });
}

function clerkOf(ctx: Ctx): string {
  requireStaff(ctx, 'care');
  return ctx.actor.kind === 'carrier' ? ctx.actor.name : '';
}
