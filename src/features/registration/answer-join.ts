import { mayGive } from '../../domain/giving-rights.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { registrationLetter } from './jobs.ts';
import { acceptJoin, declineOpenRequest, lockJoinRequest } from './queries.ts';
import { AcceptJoin, RequestId } from './schemas.ts';

/** Whoever was accepted has as long as somebody who was invited. */
const JOIN_DAYS = 7;

/**
 * Lets somebody in who registered for a number that is registered, with these rights. They get a link to confirm.
 * @param input see {@link AcceptJoin}
 *
 * Refuses with `forbidden` without `users.invite` or without a right that is to be given, `confirmation-required`,
 * `invalid`, `not-found` (also for another firm's request, or one that was answered meanwhile).
 */
export async function acceptJoinRequest(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'users.invite');
  requireConfirmation(ctx);
  const { requestId, rights } = parseInput(AcceptJoin, input);
  if (ctx.actor.kind === 'person') refuseIf(mayGive(ctx.grants, { isAdmin: false, rights }));
  await transaction(ctx, async (tx) => {
    if (!(await lockJoinRequest(tx, requestId))) refuse({ code: 'not-found' });
    await acceptJoin(tx, requestId, { rights, expiresAt: ctx.now.add({ hours: JOIN_DAYS * 24 }) });
    await audit(tx, ctx, {
      action: 'registration.accept-join',
      object: `registration/${requestId}`,
      after: { rights },
    });
    await ctx.jobs.enqueue(tx, registrationLetter, { requestId, kind: 'confirm' });
  });
}

/**
 * Does not let them in; they are told.
 * @param input see {@link RequestId}
 *
 * Refuses with `forbidden` without `users.invite`, `confirmation-required`, `not-found`.
 */
export async function declineJoinRequest(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'users.invite');
  requireConfirmation(ctx);
  const { requestId } = parseInput(RequestId, input);
  await transaction(ctx, async (tx) => {
    if (!(await lockJoinRequest(tx, requestId))) refuse({ code: 'not-found' });
    await declineOpenRequest(tx, requestId);
    await audit(tx, ctx, { action: 'registration.decline-join', object: `registration/${requestId}` });
    await ctx.jobs.enqueue(tx, registrationLetter, { requestId, kind: 'declined' });
  });
}
