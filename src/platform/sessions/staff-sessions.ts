import type { SessionStage } from '../../domain/sign-in-steps.ts';
import { knownRoles, type StaffRole } from '../../domain/staff-roles.ts';
import { type Database, query, type Transaction } from '../db/database.ts';
import type { Language } from '../i18n/index.ts';
import { networkOf } from './network.ts';
import { isToken, newToken, tokenHash } from './session-token.ts';
import { keptUserAgent } from './sessions.ts';

/** A session of staff that is not used ends sooner than a customer's: it sees every firm. */
export const STAFF_IDLE_MINUTES = 4 * 60;
/** A working day with some overtime. */
export const STAFF_HOURS = 14;
const STEP_MINUTES = 30;

/** Everything a request of the desk must know about who sends it. */
export interface StaffSession {
  readonly sessionId: number;
  readonly stage: SessionStage;
  readonly confirmedAt: Temporal.Instant;
  readonly staffId: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
}

/** The session behind a token, unless it has ended, was idle too long, or the account is closed. One statement. */
export async function staffSessionOf(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<StaffSession | undefined> {
  if (!isToken(token)) return undefined;
  const [row] = await db.sql<{
    session_id: number;
    stage: SessionStage;
    confirmed_at: Temporal.Instant;
    staff_id: number;
    name: string;
    email: string;
    language: Language;
    roles: string[];
  }>('select * from staff_session_for_token($1, $2, make_interval(mins => $3))', [
    tokenHash(token),
    now,
    STAFF_IDLE_MINUTES,
  ]);
  if (!row) return undefined;
  const { session_id, confirmed_at, staff_id, roles, ...rest } = row;
  return {
    ...rest,
    sessionId: session_id,
    confirmedAt: confirmed_at,
    staffId: staff_id,
    roles: knownRoles(roles),
  };
}

/** Starts a session of staff in a transaction of the desk and returns the token for the cookie. */
export async function startStaffSession(
  tx: Transaction,
  session: {
    readonly staffId: number;
    readonly stage: SessionStage;
    readonly now: Temporal.Instant;
    readonly userAgent: string;
    /** Only its network is kept. */
    readonly clientAddress?: string;
  },
): Promise<string> {
  const { staffId, stage, now } = session;
  const token = newToken();
  await tx.all(
    query.insertInto('staff_session').values({
      token_hash: tokenHash(token),
      staff_id: staffId,
      stage,
      created_at: now,
      last_used_at: now,
      ends_at: endOf(stage, now),
      confirmed_at: now,
      network: networkOf(session.clientAddress ?? ''),
      user_agent: keptUserAgent(session.userAgent),
    }),
  );
  return token;
}

/**
 * Gives a session of staff a new token, because they have just proved who they are, and takes it further. The old
 * token is worth nothing from then on. Undefined when the session has ended meanwhile.
 */
export async function renewStaffSession(
  tx: Transaction,
  sessionId: number,
  stage: SessionStage,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const token = newToken();
  const row = await tx.first(
    query
      .updateTable('staff_session')
      .set({ token_hash: tokenHash(token), stage, confirmed_at: now, ends_at: endOf(stage, now) })
      .where('id', '=', sessionId)
      .returning('id'),
  );
  return row && token;
}

/**
 * Gives a session of staff a new token, because they have proved once more who they are; it ends when it would have ended.
 * Undefined when the session has ended meanwhile.
 */
export async function confirmStaffSession(
  tx: Transaction,
  sessionId: number,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const token = newToken();
  const row = await tx.first(
    query
      .updateTable('staff_session')
      .set({ token_hash: tokenHash(token), confirmed_at: now })
      .where('id', '=', sessionId)
      .where('stage', '=', 'full')
      .returning('id'),
  );
  return row && token;
}

/** Ends every session of a member of staff but this one. */
export async function endOtherStaffSessions(tx: Transaction, staffId: number, kept: number): Promise<void> {
  await tx.all(query.deleteFrom('staff_session').where('staff_id', '=', staffId).where('id', '<>', kept));
}

/** Ends every session of a member of staff. */
export async function endStaffSessionsOf(tx: Transaction, staffId: number): Promise<void> {
  await tx.all(query.deleteFrom('staff_session').where('staff_id', '=', staffId));
}

/** Ends the session of staff behind the token; a token that is none changes nothing. */
export async function endStaffSession(tx: Transaction, token: string): Promise<void> {
  if (isToken(token))
    await tx.all(query.deleteFrom('staff_session').where('token_hash', '=', tokenHash(token)));
}

function endOf(stage: SessionStage, now: Temporal.Instant): Temporal.Instant {
  return now.add(stage === 'full' ? { hours: STAFF_HOURS } : { minutes: STEP_MINUTES });
}
