import { cleanText } from '../input.ts';
import type { Database, Transaction } from '../db/database.ts';
import { deleteSession, findSession, insertSession, type SessionRow, type SessionStage } from './queries.ts';
import { isToken, newToken, tokenHash } from './session-token.ts';

/** A session that is not used ends after a working day; one that is used ends after a week all the same. */
export const IDLE_MINUTES = 8 * 60;
export const ABSOLUTE_DAYS = 7;
/** Somebody who signed in with a one-time password has this long to choose a new one. */
const NEW_PASSWORD_MINUTES = 30;

/** Starts a session inside the sign-in's transaction and returns the token for the cookie. */
export async function startSession(
  tx: Transaction,
  session: {
    customerId: number;
    personId: number;
    stage: SessionStage;
    now: Temporal.Instant;
    userAgent: string;
  },
): Promise<string> {
  const token = newToken();
  await insertSession(tx, {
    token_hash: tokenHash(token),
    customer_id: session.customerId,
    person_id: session.personId,
    stage: session.stage,
    created_at: session.now,
    ends_at: session.now.add(
      session.stage === 'full' ? { hours: ABSOLUTE_DAYS * 24 } : { minutes: NEW_PASSWORD_MINUTES },
    ),
    user_agent: cleanText(session.userAgent).slice(0, 300),
  });
  return token;
}

/** The session behind a token, unless it has ended, was idle too long, or the person may no longer act. */
export async function sessionOf(
  db: Database,
  token: string,
  now: Temporal.Instant,
): Promise<SessionRow | undefined> {
  return isToken(token) ? findSession(db, tokenHash(token), now, IDLE_MINUTES) : undefined;
}

/** Ends the session; a token that is none changes nothing. */
export async function endSession(db: Pick<Database, 'sql'>, token: string): Promise<void> {
  if (isToken(token)) await deleteSession(db, tokenHash(token));
}
