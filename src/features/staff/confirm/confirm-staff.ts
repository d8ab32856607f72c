import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { confirmStaffSession } from '../../../platform/sessions/index.ts';
import { ConfirmIdentity } from '../../confirmation/index.ts';
import { countStaffCode, forgetStaffCodes } from '../sign-in/attempts.ts';
import { checkStaffPassword, forgetStaffPasswords } from '../sign-in/check-staff-password.ts';
import type { StaffSessionVisit } from '../sign-in/pass-second-step.ts';
import { useStaffCode } from '../sign-in/use-staff-code.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';

/**
 * Proves once more that the acting member of staff is the one who signed in, with what signing in takes: the password
 * and a code. Their session gets a new token and ends when it would have ended.
 * @param input see {@link ConfirmIdentity}; the code is always due
 * @returns the new token, for the cookie
 *
 * Refuses with `not-signed-in` for anybody but staff, `invalid` (`wrong-password`, `wrong-code`), `too-many-attempts`.
 */
export async function confirmStaff(ctx: Ctx, visit: StaffSessionVisit, input: unknown): Promise<string> {
  const { password, otp } = parseInput(ConfirmIdentity, input);
  const { name } = actingStaff(ctx);
  if (otp === '') refuse({ code: 'invalid', fields: [{ field: 'otp', problem: 'required' }] });
  if (!(await checkStaffPassword(ctx, visit.appKey, password))) return fail(ctx, 'password');
  await countStaffCode(ctx, visit.appKey);
  const token = await staffTransaction(ctx, async (tx, { staffId }) => {
    const by = await useStaffCode(tx, { appKey: visit.appKey, staffId, typed: otp, now: ctx.now });
    if (!by) return undefined;
    const renewed = await confirmStaffSession(tx, visit.sessionId, ctx.now);
    if (renewed === undefined) refuse({ code: 'not-signed-in' });
    await audit(tx, ctx, { action: 'staff.confirm', object: name, after: { by } });
    return renewed;
  });
  if (token === undefined) return fail(ctx, 'otp');
  await forgetStaffPasswords(ctx, visit.appKey);
  await forgetStaffCodes(ctx, visit.appKey);
  return token;
}

const PROBLEMS = { password: 'wrong-password', otp: 'wrong-code' } as const;

async function fail(ctx: Ctx, field: keyof typeof PROBLEMS): Promise<never> {
  await staffTransaction(ctx, (tx, { name }) =>
    audit(tx, ctx, { action: 'staff.confirm-failed', object: name, after: { field } }),
  );
  return refuse({ code: 'invalid', fields: [{ field, problem: PROBLEMS[field] }] });
}
