import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { verifySlowHash } from '../../../platform/secrets/index.ts';
import { renewStaffSession } from '../../../platform/sessions/index.ts';
import { readRecoveryCode, selectorOf } from '../../recovery-codes/index.ts';
import { SecondFactorCode, stepOfCode } from '../../second-factor/index.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';
import { countStaffCode, forgetStaffCodes } from './attempts.ts';
import {
  findStaffCode,
  findStaffTotp,
  rememberStaffSignIn,
  takeStaffCode,
  takeStaffStep,
} from './queries.ts';
import { openStaffSecret } from './secret.ts';

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

/** Uses up a code of the app or a recovery code; undefined when it is neither, or was used before. */
async function useStaffCode(
  tx: Transaction,
  code: { appKey: string; staffId: number; typed: string; now: Temporal.Instant },
): Promise<'totp' | 'recovery-code' | undefined> {
  const { appKey, staffId, typed, now } = code;
  if (!/^[\d\s]{6,}$/.test(typed)) {
    const recovery = readRecoveryCode(typed);
    if (recovery === undefined) return undefined;
    const selector = selectorOf(recovery);
    const isRight = await verifySlowHash(await findStaffCode(tx, staffId, selector), recovery);
    return isRight && (await takeStaffCode(tx, { staffId, selector, at: now })) ? 'recovery-code' : undefined;
  }
  const totp = await findStaffTotp(tx, staffId);
  if (!totp?.secret) return undefined;
  const secret = openStaffSecret(appKey, staffId, totp.secret);
  const step = secret === undefined ? undefined : stepOfCode(secret, typed, now);
  return step !== undefined && (await takeStaffStep(tx, staffId, step)) ? 'totp' : undefined;
}
