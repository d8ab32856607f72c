import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { renewStaffSession } from '../../../platform/sessions/index.ts';
import { SecondFactorCode } from '../../second-factor/index.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';
import { countStaffCode, forgetStaffCodes } from './attempts.ts';
import { rememberStaffSignIn } from './queries.ts';
import { useStaffCode } from './use-staff-code.ts';

/** The session of the desk that somebody is in. */
export interface StaffSessionVisit {
  readonly appKey: string;
  readonly sessionId: number;
}

/**
 * Second step of signing in at the desk, with a code of the app or a recovery code.
 * @param input see {@link SecondFactorCode}
 * @returns the new token of the session, which is signed in completely from then on
 *
 * Refuses with `invalid` (`wrong-code`: wrong, too old, used before), `too-many-attempts`, `not-signed-in` when the
 * session has ended meanwhile.
 */
export async function passStaffSecondStep(
  ctx: Ctx,
  visit: StaffSessionVisit,
  input: unknown,
): Promise<string> {
  const { otp } = parseInput(SecondFactorCode, input);
  await countStaffCode(ctx, visit.appKey);
  const { name } = actingStaff(ctx);
  const token = await staffTransaction(ctx, async (tx, { staffId }) => {
    const by = await useStaffCode(tx, { appKey: visit.appKey, staffId, typed: otp, now: ctx.now });
    if (!by) return undefined;
    const renewed = await renewStaffSession(tx, visit.sessionId, 'full', ctx.now);
    if (renewed === undefined) refuse({ code: 'not-signed-in' });
    await rememberStaffSignIn(tx, staffId, ctx.now);
    await audit(tx, ctx, { action: 'staff.second-step', object: name, after: { by } });
    return renewed;
  });
  if (token === undefined) {
    await staffTransaction(ctx, (tx) => audit(tx, ctx, { action: 'staff.second-step-failed', object: name }));
    refuse({ code: 'invalid', fields: [{ field: 'otp', problem: 'wrong-code' }] });
  }
  await forgetStaffCodes(ctx, visit.appKey);
  return token;
}
