import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import type { Ctx } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { SignIn } from '../../sign-in/index.ts';
import { checkStaffPassword, forgetStaffPasswords } from '../sign-in/check-staff-password.ts';
import { setStaffPassword } from '../sign-in/set-staff-password.ts';
import type { StaffEntered, StaffVisit } from '../sign-in/sign-in-staff.ts';

export const ChangeOwnPassword = z.object({
  current: SignIn.shape.password,
  /** Checked by the rule for passwords. */
  password: z.string().default(''),
});
export type ChangeOwnPassword = z.input<typeof ChangeOwnPassword>;

/**
 * Gives the acting member of staff a new password, who proves the old one. All their sessions end; a new one begins at
 * the second step.
 * @param input see {@link ChangeOwnPassword}
 *
 * Refuses with `not-signed-in`, `too-many-attempts`, `invalid` (`wrong-password`, `same-password`, `too-short`,
 * `too-long`, `common-password`).
 */
export async function changeOwnPassword(
  ctx: Ctx,
  visit: Pick<StaffVisit, 'appKey' | 'userAgent' | 'clientAddress'>,
  input: unknown,
): Promise<StaffEntered> {
  const { current, password } = parseInput(ChangeOwnPassword, input);
  if (!(await checkStaffPassword(ctx, visit.appKey, current)))
    refuse({ code: 'invalid', fields: [{ field: 'current', problem: 'wrong-password' }] });
  if (current === password)
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'same-password' }] });
  const entered = await setStaffPassword(ctx, visit, { password });
  await forgetStaffPasswords(ctx, visit.appKey);
  return entered;
}
