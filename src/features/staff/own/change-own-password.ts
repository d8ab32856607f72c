import { z } from 'zod';
import { refuse } from '../../../domain/refusal.ts';
import type { Ctx } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { countAttempt, forgetAttempts } from '../../../platform/throttle/throttle.ts';
import { SignIn, verifyPassword } from '../../sign-in/index.ts';
import { findStaff } from '../accounts/queries.ts';
import { findStaffCandidate } from '../sign-in/queries.ts';
import { setStaffPassword } from '../sign-in/set-staff-password.ts';
import { STAFF_ACCOUNT_LIMIT, type StaffEntered, type StaffVisit } from '../sign-in/sign-in-staff.ts';
import { staffTransaction } from '../staff-scope.ts';

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
  const { staffId, known } = await staffTransaction(ctx, async (tx, staff) => {
    const account = await findStaff(tx, staff.staffId);
    if (!account) refuse({ code: 'not-signed-in' });
    return { staffId: staff.staffId, known: await findStaffCandidate(tx, account.email, ctx.now) };
  });
  const key = `password of staff ${staffId}`;
  await countAttempt(ctx.db, visit.appKey, key, STAFF_ACCOUNT_LIMIT, ctx.now);
  if (!(await verifyPassword(known?.passwordHash ?? undefined, current)))
    refuse({ code: 'invalid', fields: [{ field: 'current', problem: 'wrong-password' }] });
  if (current === password)
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'same-password' }] });
  const entered = await setStaffPassword(ctx, visit, { password });
  await forgetAttempts(ctx.db, visit.appKey, key);
  return entered;
}
