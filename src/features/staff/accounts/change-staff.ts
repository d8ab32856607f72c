import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { ChangeStaff } from '../schemas.ts';
import { changeAccount, isLastAdmin } from './change-account.ts';
import { updateStaff } from './queries.ts';

/**
 * Changes name, language and roles of an account; the roles hold from the person's next click on.
 * @param input see {@link ChangeStaff}
 *
 * Refuses with `not-found`, `staff-role-required`, `confirmation-required`, `invalid`, `stale`, `last-staff-admin`.
 */
export async function changeStaff(ctx: Ctx, input: unknown): Promise<void> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  const { staffId, name, language, roles, seen } = parseInput(ChangeStaff, input);
  await changeAccount(ctx, staffId, async (tx, account, admins) => {
    if (seen !== undefined && seen !== account.version) refuse({ code: 'stale' });
    if (isLastAdmin(account, admins) && !roles.includes('admin')) refuse({ code: 'last-staff-admin' });
    await updateStaff(tx, staffId, { name, language, roles });
    await audit(tx, ctx, {
      action: 'staff.change',
      object: account.email,
      before: { name: account.name, language: account.language, roles: account.roles },
      after: { name, language, roles },
    });
  });
}
