import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { seal, unseal } from '../../../platform/secrets/index.ts';
import { endOtherStaffSessions, renewStaffSession } from '../../../platform/sessions/index.ts';
import { makeRecoveryCodes } from '../../recovery-codes/index.ts';
import { newSecret, SecondFactorCode, stepOfCode } from '../../second-factor/index.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';
import { countStaffCode, forgetStaffCodes } from './attempts.ts';
import type { StaffSessionVisit } from './pass-second-step.ts';
import {
  activateStaffPending,
  findStaffTotp,
  keepStaffPending,
  rememberStaffSignIn,
  replaceStaffCodes,
} from './queries.ts';
import { STAFF_TOTP_PURPOSE, staffOwner } from './secret.ts';

/** How long a secret waits for the first code from the app that was given it. */
const PENDING_MINUTES = 60;

/** Makes a secret for an app of the acting member of staff. It counts for nothing until {@link activateStaffTotp}. */
export async function beginStaffTotp(ctx: Ctx, visit: { readonly appKey: string }): Promise<void> {
  await staffTransaction(ctx, (tx, { staffId }) =>
    keepStaffPending(tx, {
      owner: staffId,
      pending: seal(visit.appKey, STAFF_TOTP_PURPOSE, newSecret(), staffOwner(staffId)),
      at: ctx.now,
    }),
  );
}

/** The secret that waits for its first code, to be shown to the acting member of staff. */
export function pendingStaffSecret(
  ctx: Ctx,
  visit: { readonly appKey: string },
): Promise<string | undefined> {
  return staffTransaction(ctx, async (tx, { staffId }) => {
    const found = await findStaffTotp(tx, staffId);
    if (!found?.pending || !isWaiting(found.pendingAt, ctx.now)) return undefined;
    return unseal(visit.appKey, STAFF_TOTP_PURPOSE, found.pending, staffOwner(staffId));
  });
}

const isWaiting = (since: Temporal.Instant | null, now: Temporal.Instant): boolean =>
  since !== null && Temporal.Instant.compare(since.add({ minutes: PENDING_MINUTES }), now) > 0;

/**
 * Sets the app up once it has shown a right code, and signs in completely; other sessions end.
 * @param input see {@link SecondFactorCode}
 * @returns the new token of the session, and the recovery codes, which nobody can read again
 *
 * Refuses with `invalid` (`wrong-code`), `not-found` when no app waits for its first code, `too-many-attempts`,
 * `not-signed-in` when the session has ended meanwhile.
 */
export async function activateStaffTotp(
  ctx: Ctx,
  visit: StaffSessionVisit,
  input: unknown,
): Promise<{ readonly token: string; readonly codes: readonly string[] }> {
  const { name } = actingStaff(ctx);
  const { now } = ctx;
  // before anything dear is done
  const { pending, step } = await provePending(ctx, visit, input);
  const { codes, stored } = await makeRecoveryCodes();
  const token = await staffTransaction(ctx, async (tx, { staffId }) => {
    if (!(await activateStaffPending(tx, { owner: staffId, pending, step, at: now })))
      refuse({ code: 'stale' });
    await replaceStaffCodes(tx, staffId, stored);
    await endOtherStaffSessions(tx, staffId, visit.sessionId);
    const renewed = await renewStaffSession(tx, visit.sessionId, 'full', now);
    if (renewed === undefined) refuse({ code: 'not-signed-in' });
    await rememberStaffSignIn(tx, staffId, now);
    await audit(tx, ctx, { action: 'staff.totp-set-up', object: name });
    return renewed;
  });
  await forgetStaffCodes(ctx, visit.appKey);
  return { token, codes };
}

/**
 * The secret that waits, once a code of it was right. Counts the attempt; refuses as {@link activateStaffTotp} does.
 * @param input see {@link SecondFactorCode}
 */
export async function provePending(
  ctx: Ctx,
  visit: { readonly appKey: string },
  input: unknown,
): Promise<{ readonly pending: Buffer; readonly step: number }> {
  const { otp } = parseInput(SecondFactorCode, input);
  await countStaffCode(ctx, visit.appKey);
  return staffTransaction(ctx, async (tx, { staffId }) => {
    const totp = await findStaffTotp(tx, staffId);
    if (!totp?.pending || !isWaiting(totp.pendingAt, ctx.now)) refuse({ code: 'not-found' });
    const secret = unseal(visit.appKey, STAFF_TOTP_PURPOSE, totp.pending, staffOwner(staffId));
    const step = stepOfCode(secret, otp, ctx.now);
    if (step === undefined) refuse({ code: 'invalid', fields: [{ field: 'otp', problem: 'wrong-code' }] });
    return { pending: totp.pending, step };
  });
}
