import type { Transaction } from '../../../platform/db/database.ts';
import { verifySlowHash } from '../../../platform/secrets/index.ts';
import { readRecoveryCode, selectorOf } from '../../recovery-codes/index.ts';
import { stepOfCode } from '../../second-factor/index.ts';
import { findStaffCode, findStaffTotp, takeStaffCode, takeStaffStep } from './queries.ts';
import { openStaffSecret } from './secret.ts';

/** Uses up a code of the app or a recovery code; undefined when it is neither, or was used before. */
export async function useStaffCode(
  tx: Transaction,
  code: { appKey: string; staffId: number; typed: string; now: Temporal.Instant },
): Promise<'totp' | 'recovery-code' | undefined> {
  const { appKey, staffId, typed, now } = code;
  if (!/^[\d\s]{6,}$/.test(typed)) {
    const recovery = readRecoveryCode(typed);
    if (recovery === undefined) return undefined;
    const selector = selectorOf(recovery);
    const isRight = await verifySlowHash(await findStaffCode(tx, staffId, selector), recovery);
    return isRight && (await takeStaffCode(tx, { owner: staffId, selector, at: now }))
      ? 'recovery-code'
      : undefined;
  }
  const totp = await findStaffTotp(tx, staffId);
  if (!totp?.secret) return undefined;
  const secret = openStaffSecret(appKey, staffId, totp.secret);
  const step = secret === undefined ? undefined : stepOfCode(secret, typed, now);
  return step !== undefined && (await takeStaffStep(tx, staffId, step)) ? 'totp' : undefined;
}
