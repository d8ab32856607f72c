import { mayGive } from '../../../domain/giving-rights.ts';
import { refuse, refuseIf } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { countAttempt } from '../../../platform/throttle/throttle.ts';
import { personInvited } from '../jobs.ts';
import { INVITATION_DAYS, INVITE_LIMIT } from './invite-people.ts';
import { lockInvitation, renewOpenInvitation, withdrawOpenInvitation } from './queries.ts';
import { InvitationId } from './schemas.ts';

/**
 * Sends an open invitation again, with a new link and seven new days; the link before it ends.
 * @param input see {@link InvitationId}
 *
 * Refuses with `forbidden` without `users.invite` or without a right that the invitation gives, `admin-only` when it
 * makes an administrator, `not-found`, `too-many-attempts`.
 */
export async function renewInvitation(
  ctx: CustomerCtx,
  visit: { readonly appKey: string },
  input: unknown,
): Promise<void> {
  requireRight(ctx, 'users.invite');
  const { invitationId } = parseInput(InvitationId, input);
  await countAttempt(ctx.db, visit.appKey, `invite ${ctx.customer.id}`, INVITE_LIMIT, ctx.now);
  await transaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, invitationId);
    if (!invitation) refuse({ code: 'not-found' });
    if (ctx.actor.kind === 'person') refuseIf(mayGive(ctx.grants, invitation));
    const expiresAt = ctx.now.add({ hours: INVITATION_DAYS * 24 });
    await renewOpenInvitation(tx, invitationId, expiresAt);
    await audit(tx, ctx, {
      action: 'user.invite-again',
      object: `invitation/${invitationId}`,
      before: { expiresAt: invitation.expiresAt },
      after: { expiresAt },
    });
    await ctx.jobs.enqueue(tx, personInvited, { customerId: ctx.customer.id, invitationId });
  });
}

/**
 * Takes an open invitation back: its link ends at once.
 * @param input see {@link InvitationId}
 *
 * Refuses with `forbidden` without `users.invite` or without a right that the invitation gives, `admin-only` when it
 * makes an administrator, `not-found` (also when it was accepted meanwhile).
 */
export async function withdrawInvitation(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'users.invite');
  const { invitationId } = parseInput(InvitationId, input);
  await transaction(ctx, async (tx) => {
    const invitation = await lockInvitation(tx, invitationId);
    if (!invitation) refuse({ code: 'not-found' });
    if (ctx.actor.kind === 'person') refuseIf(mayGive(ctx.grants, invitation));
    await withdrawOpenInvitation(tx, invitationId, ctx.now);
    await audit(tx, ctx, { action: 'user.withdraw-invitation', object: `invitation/${invitationId}` });
  });
}
