import type { Transaction } from '../../platform/db/database.ts';
import { verifySlowHash } from '../../platform/secrets/index.ts';
import { readRecoveryCode, selectorOf } from './codes.ts';
import { findCode, takeCode } from './queries.ts';

/** Uses up a recovery code of the person of the transaction; false when it is none, or has been used. */
export async function useRecoveryCode(
  tx: Transaction,
  personId: number,
  typed: string,
  at: Temporal.Instant,
): Promise<boolean> {
  const code = readRecoveryCode(typed);
  if (code === undefined) return false;
  const selector = selectorOf(code);
  const isRight = await verifySlowHash(await findCode(tx, personId, selector), code);
  return isRight && takeCode(tx, { owner: personId, selector, at });
}
