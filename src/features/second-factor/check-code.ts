import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { unseal } from '../../platform/secrets/index.ts';
import { useRecoveryCode } from '../recovery-codes/index.ts';
import { ownerOf, TOTP_PURPOSE } from './begin-totp.ts';
import { findTotp, takeStep } from './queries.ts';
import { stepOfCode } from './totp.ts';

export type CodeKind = 'totp' | 'recovery-code';

/**
 * Uses up what the person of the transaction typed: a code of their app or a recovery code. Undefined when it is
 * neither, or was used before. Whoever calls has counted the attempt.
 */
export async function useCode(
  tx: Transaction,
  ctx: CustomerCtx,
  code: { readonly appKey: string; readonly personId: number; readonly typed: string },
): Promise<CodeKind | undefined> {
  const { appKey, personId, typed } = code;
  // by its form: a recovery code works also where the secret of the app cannot be read any more
  if (!/^[\d\s]{6,}$/.test(typed)) {
    return (await useRecoveryCode(tx, personId, typed, ctx.now)) ? 'recovery-code' : undefined;
  }
  const totp = await findTotp(tx, personId);
  if (!totp?.secret) return undefined;
  const step = stepOfCode(unseal(appKey, TOTP_PURPOSE, totp.secret, ownerOf(personId)), typed, ctx.now);
  return step !== undefined && (await takeStep(tx, personId, step)) ? 'totp' : undefined;
}
