import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { startStaffSession } from '../../../platform/sessions/index.ts';
import { hashPassword, isEasyToGuess, SetNewPassword } from '../../sign-in/index.ts';
import { findStaff } from '../accounts/queries.ts';
import { staffTransaction } from '../staff-scope.ts';
import { findStaffTotp, storeStaffPassword } from './queries.ts';
import { type StaffEntered, type StaffVisit, stageAfterStaffPassword } from './sign-in-staff.ts';

/**
 * Gives the acting member of staff a new password: all their sessions end, a new one begins at the step that follows
 * a password. Whether they may do so without the old one is the caller's question.
 * @param input see {@link SetNewPassword}
 *
 * Refuses with `not-signed-in`, `invalid` (`too-short`, `too-long`, `common-password`).
 */
export async function setStaffPassword(
  ctx: Ctx,
  visit: Pick<StaffVisit, 'userAgent' | 'clientAddress'>,
  input: unknown,
): Promise<StaffEntered> {
  const { password } = parseInput(SetNewPassword, input);
  const account = await staffTransaction(ctx, (tx, { staffId }) => findStaff(tx, staffId));
  if (!account) return refuse({ code: 'not-signed-in' });
  const { email, language } = account;
  if (isEasyToGuess(password, { customerNumber: 'Kundenportal', email })) {
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'common-password' }] });
  }
  const hash = await hashPassword(password);
  return staffTransaction(ctx, async (tx, { staffId }) => {
    const stage = stageAfterStaffPassword(Boolean((await findStaffTotp(tx, staffId))?.secret));
    await storeStaffPassword(tx, hash);
    const { userAgent, clientAddress } = visit;
    const token = await startStaffSession(tx, { staffId, stage, now: ctx.now, userAgent, clientAddress });
    await audit(tx, ctx, { action: 'staff.password-set', object: email });
    return { token, stage, language };
  });
}
