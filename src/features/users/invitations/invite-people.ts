import { mayGive } from '../../../domain/giving-rights.ts';
import { type FieldProblem, refuse, refuseIf } from '../../../domain/refusal.ts';
import { type AuditEntry, auditAll } from '../../../platform/audit/audit.ts';
import {
  type CustomerCtx,
  personIdOf,
  requireConfirmation,
  requireRight,
  transaction,
} from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { countAttempt, type Limit } from '../../../platform/throttle/throttle.ts';
import { personInvited } from '../jobs.ts';
import { memberEmails } from '../members/queries.ts';
import { insertInvitation, withdrawExpired } from './queries.ts';
import { InvitePeople } from './schemas.ts';

/** How long the link in an invitation opens the door. */
export const INVITATION_DAYS = 7;
/** Per firm: nobody is to write to the whole world through us. */
export const INVITE_LIMIT: Limit = { hits: 20, seconds: 60 * 60 };

/**
 * Invites people by mail, each with the same rights. All of them or, when something is wrong with one, nobody.
 * @param input see {@link InvitePeople}
 * @returns how many were invited
 *
 * Refuses with `forbidden` without `users.invite` or without a right that is to be given, `admin-only` when somebody
 * who is none would make an administrator, `confirmation-required`, `too-many-attempts`, `invalid` (the field
 * `emails.3` is the fourth address).
 */
export async function invitePeople(
  ctx: CustomerCtx,
  visit: { readonly appKey: string },
  input: unknown,
): Promise<number> {
  requireRight(ctx, 'users.invite');
  requireConfirmation(ctx);
  const { emails, isAdmin, rights: chosen, language } = parseInput(InvitePeople, input);
  const rights = isAdmin ? [] : chosen;
  if (ctx.actor.kind === 'person') refuseIf(mayGive(ctx.grants, { isAdmin, rights }));
  await countAttempt(ctx.db, visit.appKey, `invite ${ctx.customer.id}`, INVITE_LIMIT, ctx.now);

  const small = emails.map((email) => email.toLowerCase());
  await transaction(ctx, async (tx) => {
    const members = await memberEmails(tx, small);
    await withdrawExpired(tx, small, ctx.now);
    const problems: FieldProblem[] = [];
    const entries: AuditEntry[] = [];
    for (const [at, email] of emails.entries()) {
      const field = `emails.${at}`;
      if (members.has(email.toLowerCase())) {
        problems.push({ field, problem: 'already-member' });
        continue;
      }
      const id = await insertInvitation(tx, {
        customerId: ctx.customer.id,
        email,
        language,
        isAdmin,
        rights,
        invitedBy: personIdOf(ctx),
        at: ctx.now,
        expiresAt: ctx.now.add({ hours: INVITATION_DAYS * 24 }),
      });
      if (id === undefined) {
        problems.push({ field, problem: 'already-invited' });
        continue;
      }
      entries.push({
        action: 'user.invite',
        object: `invitation/${id}`,
        after: { isAdmin, rights, language },
      });
      await ctx.jobs.enqueue(tx, personInvited, { customerId: ctx.customer.id, invitationId: id });
    }
    if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
    await auditAll(tx, ctx, entries);
  });
  return emails.length;
}
