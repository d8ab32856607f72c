import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireAdmin, requireConfirmation } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changeMember, requireAnotherAdmin } from './keep-an-admin.ts';
import { passMainContactOn } from './pass-main-contact-on.ts';
import { endSessionsOf, setActive } from './queries.ts';
import { MemberId } from './schemas.ts';

/**
 * Keeps a member out for a while: their sessions for this firm end, their rights stay for when they come back.
 * A main contact hands that over. Somebody who is out already stays so.
 * @param input see {@link MemberId}
 *
 * Refuses with `admin-only`, `confirmation-required`, `not-found`, `last-admin`.
 */
export async function deactivateMember(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const { personId } = parseInput(MemberId, input);
  await changeMember(ctx, personId, async (tx, member, admins) => {
    if (!member.isActive) return;
    requireAnotherAdmin(member, admins);
    await setActive(tx, personId, false);
    await endSessionsOf(tx, personId);
    await passMainContactOn(tx, ctx, member, admins);
    await audit(tx, ctx, {
      action: 'user.deactivate',
      object: `user/${personId}`,
      before: { isActive: true },
      after: { isActive: false },
    });
  });
}

/**
 * Lets a deactivated member in again, with the rights that they had.
 * @param input see {@link MemberId}
 *
 * Refuses with `admin-only`, `confirmation-required`, `not-found`.
 */
export async function reactivateMember(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const { personId } = parseInput(MemberId, input);
  await changeMember(ctx, personId, async (tx, member) => {
    if (member.isActive) return;
    await setActive(tx, personId, true);
    await audit(tx, ctx, {
      action: 'user.reactivate',
      object: `user/${personId}`,
      before: { isActive: false },
      after: { isActive: true },
    });
  });
}
