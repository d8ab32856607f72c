import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { StaffId } from '../schemas.ts';
import { changeAccount } from './change-account.ts';
import { resetStaffFactor } from './queries.ts';

/**
 * Takes the second factor of somebody away who has lost it, and signs them out; the next sign-in sets up another one.
 * Whoever does this has made sure who they are.
 * @param input see {@link StaffId}
 *
 * Refuses with `not-found`, `staff-role-required`, `confirmation-required`.
 */
export async function resetStaffSecondFactor(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  const { staffId } = parseInput(StaffId, input);
  await changeAccount(ctx, staffId, async (tx, account) => {
    const had = await resetStaffFactor(tx, staffId);
    await audit(tx, ctx, {
      action: 'staff.second-factor-reset',
      object: account.email,
      before: { hasSecondFactor: had },
      after: { hasSecondFactor: false },
    });
  });
}
