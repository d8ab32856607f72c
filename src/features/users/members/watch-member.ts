import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireAdmin, requireConfirmation } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changeMember } from './keep-an-admin.ts';
import { setNeedsApproval } from './queries.ts';
import { MemberId } from './schemas.ts';

/**
 * Lets all orders of a member wait for approval, whatever they cost, as long as the firm has approval switched on.
 * @param input see {@link MemberId}
 *
 * Refuses with `admin-only`, `confirmation-required`, `not-found`.
 */
export const watchMember = (ctx: CustomerCtx, input: unknown): Promise<void> => change(ctx, input, true);

/** The other way round: orders of the member wait for their amount only. Refuses as {@link watchMember} does. */
export const unwatchMember = (ctx: CustomerCtx, input: unknown): Promise<void> => change(ctx, input, false);

async function change(ctx: CustomerCtx, input: unknown, needsApproval: boolean): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const { personId } = parseInput(MemberId, input);
  await changeMember(ctx, personId, async (tx, member) => {
    if (member.needsApproval === needsApproval) return;
    await setNeedsApproval(tx, personId, needsApproval);
    await audit(tx, ctx, {
      action: 'user.approval',
      object: `user/${personId}`,
      before: { needsApproval: member.needsApproval },
      after: { needsApproval },
    });
  });
}
