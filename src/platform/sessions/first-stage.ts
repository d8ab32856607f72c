import { type SessionStage, stepAfterPassword } from '../../domain/sign-in-steps.ts';
import type { Database, Transaction } from '../db/database.ts';
import { findSecondFactors, isKnownDevice } from './queries.ts';
import { isToken, tokenHash } from './session-token.ts';

/**
 * In which stage a session begins after a right password, in one statement, and whether a second factor is then
 * behind it already (a browser that is trusted).
 * @param deviceToken what the browser presents, if anything
 */
export async function stageAfterPassword(
  tx: Transaction,
  member: { readonly personId: number; readonly customerId: number },
  deviceToken: string | undefined,
  now: Temporal.Instant,
): Promise<{ stage: SessionStage; hasSecondFactor: boolean }> {
  const factors = await findSecondFactors(tx, member, hashOf(deviceToken), now);
  if (!factors) throw new Error('A session begins for a customer that does not exist');
  const stage = stepAfterPassword(factors, factors.isTrustedDevice);
  return { stage, hasSecondFactor: stage === 'full' && factors.isTrustedDevice };
}

/**
 * Whether the browser is one that the person behind this login trusts; asks nobody when it presents nothing. Such
 * a browser has attempts of its own: somebody else's wrong passwords do not lock it out.
 */
export async function isTrustedDevice(
  db: Database,
  deviceToken: string | undefined,
  login: { readonly customerNumber: string; readonly email: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const hash = hashOf(deviceToken);
  return hash !== undefined && isKnownDevice(db, hash, login, now);
}

const hashOf = (token: string | undefined): Buffer | undefined =>
  token !== undefined && isToken(token) ? tokenHash(token) : undefined;
