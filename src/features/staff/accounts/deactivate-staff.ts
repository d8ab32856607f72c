import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { endStaffSessionsOf } from '../../../platform/sessions/index.ts';
import { StaffId } from '../schemas.ts';
import { changeAccount, isLastAdmin } from './change-account.ts';
import { updateStaff } from './queries.ts';

/**
 * Closes an account: the person is signed out at once. An account that is closed stays so.
 * @param input see {@link StaffId}
 *
 * Refuses with `not-found`, `staff-role-required`, `confirmation-required`, `last-staff-admin`.
 */
export async function deactivateStaff(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  const { staffId } = parseInput(StaffId, input);
  await changeAccount(ctx, staffId, async (tx, account, admins) => {
    if (!account.isActive) return;
    if (isLastAdmin(account, admins)) refuse({ code: 'last-staff-admin' });
    await updateStaff(tx, staffId, { is_active: false });
    await endStaffSessionsOf(tx, staffId);
    await audit(tx, ctx, {
      action: 'staff.deactivate',
      object: account.email,
      before: { isActive: true },
      after: { isActive: false },
    });
  });
}

/**
 * Opens a closed account again, with the roles, the password and the second factor that it had.
 * @param input see {@link StaffId}
 *
 * Refuses with `not-found`, `staff-role-required`, `confirmation-required`.
 */
export async function reactivateStaff(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  const { staffId } = parseInput(StaffId, input);
  await changeAccount(ctx, staffId, async (tx, account) => {
    if (account.isActive) return;
    await updateStaff(tx, staffId, { is_active: true });
    await audit(tx, ctx, {
      action: 'staff.reactivate',
      object: account.email,
      before: { isActive: false },
      after: { isActive: true },
    });
  });
}
