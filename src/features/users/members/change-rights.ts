import { mayGive } from '../../../domain/giving-rights.ts';
import { refuse, refuseIf } from '../../../domain/refusal.ts';
import type { Grants } from '../../../domain/rights.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireAdmin, requireConfirmation } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changeMember, requireAnotherAdmin } from './keep-an-admin.ts';
import { setGrants } from './queries.ts';
import { ChangeRights } from './schemas.ts';

/** The grants in one line, for a form to remember what it showed. */
export const rightsKey = ({ isAdmin, rights }: Grants): string => (isAdmin ? 'admin' : rights.join(' '));

/**
 * Gives a member other rights. They hold from the member's next request on; nobody is signed out.
 * @param input see {@link ChangeRights}; an administrator holds every right, so their list is kept empty
 *
 * Refuses with `admin-only`, `confirmation-required`, `invalid`, `not-found` (also for somebody of another firm),
 * `stale`, `last-admin`.
 */
export async function changeRights(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const { personId, isAdmin, rights: chosen, seen } = parseInput(ChangeRights, input);
  const rights = isAdmin ? [] : chosen;
  if (ctx.actor.kind === 'person') refuseIf(mayGive(ctx.grants, { isAdmin, rights }));
  await changeMember(ctx, personId, async (tx, member, admins) => {
    if (seen !== undefined && seen !== rightsKey(member)) refuse({ code: 'stale' });
    if (member.isAdmin && !isAdmin) requireAnotherAdmin(member, admins);
    await setGrants(tx, personId, { isAdmin, rights });
    await audit(tx, ctx, {
      action: 'user.rights',
      object: `user/${personId}`,
      before: { isAdmin: member.isAdmin, rights: member.rights },
      after: { isAdmin, rights },
    });
  });
}
