import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireAdmin, requireConfirmation } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changeMember } from './keep-an-admin.ts';
import { setMainContact } from './queries.ts';
import { MemberId } from './schemas.ts';

/**
 * Makes a member the main contact: the one person of the firm whom the carrier writes to when nobody else is meant.
 * @param input see {@link MemberId}
 *
 * Refuses with `admin-only`, `confirmation-required`, `not-found`, also for somebody who is deactivated.
 */
export async function changeMainContact(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const { personId } = parseInput(MemberId, input);
  await changeMember(ctx, personId, async (tx, member) => {
    if (!member.isActive) refuse({ code: 'not-found' });
    if (member.isMainContact) return;
    await setMainContact(tx, personId);
    await audit(tx, ctx, { action: 'user.main-contact', object: `user/${personId}` });
  });
}
