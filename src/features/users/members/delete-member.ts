import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import {
  type CustomerCtx,
  personIdOf,
  requireConfirmation,
  requireRight,
} from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { memberDeleted } from '../jobs.ts';
import { changeMember, requireAnotherAdmin } from './keep-an-admin.ts';
import { passMainContactOn } from './pass-main-contact-on.ts';
import { type Member, removeMember } from './queries.ts';
import { MemberId } from './schemas.ts';

/**
 * Deletes a member: they act for this firm no more, at once. Orders and documents stay with the firm. Whoever acts
 * for no other firm loses their login and is a pseudonym from then on. Works for the own account too.
 * @param input see {@link MemberId}
 *
 * Refuses with `forbidden` without `users.delete`, `confirmation-required`, `not-found` (also for somebody of
 * another firm), `admin-only` when an administrator is to be deleted by somebody who is none, `last-admin`.
 */
export async function deleteMember(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'users.delete');
  requireConfirmation(ctx);
  const { personId } = parseInput(MemberId, input);
  await changeMember(ctx, personId, (tx, member, admins) => removeWithTrace(tx, ctx, member, admins));
}

/** The part that a granted request for deletion shares; the caller has locked member and administrators. */
export async function removeWithTrace(
  tx: Transaction,
  ctx: CustomerCtx,
  member: Member,
  admins: readonly number[],
): Promise<void> {
  if (member.isAdmin && ctx.actor.kind === 'person' && !ctx.grants.isAdmin) refuse({ code: 'admin-only' });
  requireAnotherAdmin(member, admins);
  await passMainContactOn(tx, ctx, member, admins);
  await removeMember(tx, member.personId);
  await audit(tx, ctx, {
    action: 'user.delete',
    object: `user/${member.personId}`,
    before: { isAdmin: member.isAdmin, rights: member.rights, isActive: member.isActive },
  });
  await ctx.jobs.enqueue(tx, memberDeleted, {
    customerNumber: ctx.customer.number,
    customerName: ctx.customer.name,
    email: member.email,
    name: member.name,
    language: member.language,
    bySelf: personIdOf(ctx) === member.personId,
  });
}
