import { refuse } from '../../../domain/refusal.ts';
import { knownRights } from '../../../domain/rights.ts';
import { audit } from '../../../platform/audit/audit.ts';
import {
  type CustomerCtx,
  personIdOf,
  requireAdmin,
  requireConfirmation,
  transaction,
} from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { requestAnswered } from '../jobs.ts';
import { removeWithTrace } from '../members/delete-member.ts';
import { changeMember } from '../members/keep-an-admin.ts';
import { setGrants } from '../members/queries.ts';
import { findRequest, lockRequest, type MemberRequest, setAnswer } from './queries.ts';
import { AnswerRequest } from './schemas.ts';

/**
 * Grants or declines what a member asked for; they are told by mail. Granting a right adds it to those they have,
 * granting a deletion deletes them.
 * @param input see {@link AnswerRequest}
 *
 * Refuses with `admin-only`, `confirmation-required`, `not-found` (also for another firm's request), `stale` when
 * somebody has answered meanwhile, `last-admin`.
 */
export async function answerRequest(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const { requestId, isGranted } = parseInput(AnswerRequest, input);
  const asked = await transaction(ctx, (tx) => findRequest(tx, requestId));
  if (!asked) refuse({ code: 'not-found' });
  await changeMember(ctx, asked.person.id, async (tx, member, admins) => {
    const request = await lockRequest(tx, requestId);
    if (!request) refuse({ code: 'not-found' });
    if (request.isGranted !== undefined) refuse({ code: 'stale' });
    await setAnswer(tx, requestId, { isGranted, at: ctx.now, by: personIdOf(ctx) });
    await audit(tx, ctx, {
      action: isGranted ? 'user.grant-request' : 'user.decline-request',
      object: `user/${member.personId}`,
      ...changeOf(request, isGranted, member.rights),
    });
    if (isGranted && request.kind === 'deletion') return removeWithTrace(tx, ctx, member, admins);
    if (isGranted && request.right && !member.isAdmin && !member.rights.includes(request.right)) {
      await setGrants(tx, member.personId, {
        isAdmin: false,
        rights: knownRights([...member.rights, request.right]),
      });
    }
    await ctx.jobs.enqueue(tx, requestAnswered, { customerId: ctx.customer.id, requestId });
  });
}

function changeOf({ kind, right }: MemberRequest, isGranted: boolean, rights: readonly string[]) {
  if (kind === 'deletion' || !right) return { after: { kind } };
  return isGranted ? { before: { rights }, after: { rights: [...rights, right] } } : { after: { right } };
}
