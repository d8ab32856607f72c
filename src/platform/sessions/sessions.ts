import type { SessionStage } from '../../domain/sign-in-steps.ts';
import type { Database, Transaction } from '../db/database.ts';
import { cleanText } from '../input.ts';
import { networkOf } from './network.ts';
import {
  deleteOtherSessions,
  deleteSession,
  findSession,
  insertSession,
  type SessionRow,
  updateSession,
} from './queries.ts';
import { isToken, newToken, tokenHash } from './session-token.ts';

/** A session that is not used ends after a working day; one that is used ends after a week all the same. */
export const IDLE_MINUTES = 8 * 60;
export const ABSOLUTE_DAYS = 7;
/** Somebody who is in the middle of signing in has this long for the step that is missing. */
const STEP_MINUTES = 30;

/** Starts a session inside the sign-in's transaction and returns the token for the cookie. */
export async function startSession(
  tx: Transaction,
  session: {
    customerId: number;
    personId: number;
    stage: SessionStage;
    now: Temporal.Instant;
    userAgent: string;
    /** Only its network is kept. */
    clientAddress?: string;
    /** It was begun with a second factor, or in a browser that needs none. */
    hasSecondFactor?: boolean;
    /** Of the session that this one goes on from; else it was proved now, and lasts as long as others. */
    since?: { readonly confirmedAt: Temporal.Instant; readonly endsAt: Temporal.Instant };
  },
): Promise<string> {
  const token = newToken();
  const { stage, now, since } = session;
  await insertSession(tx, {
    token_hash: tokenHash(token),
    customer_id: session.customerId,
    person_id: session.personId,
    stage,
    created_at: now,
    ends_at: since && stage === 'full' ? since.endsAt : endOf(stage, now),
    confirmed_at: since?.confirmedAt ?? now,
    has_second_factor: session.hasSecondFactor ?? false,
    network: networkOf(session.clientAddress ?? ''),
    user_agent: keptUserAgent(session.userAgent),
  });
  return token;
}

/** As much of what a browser says of itself as is stored. */
export const keptUserAgent = (userAgent: string): string => cleanText(userAgent).slice(0, 300);

function endOf(stage: SessionStage, now: Temporal.Instant): Temporal.Instant {
  return now.add(stage === 'full' ? { hours: ABSOLUTE_DAYS * 24 } : { minutes: STEP_MINUTES });
}

/**
 * Gives the session of the person of the transaction a new token, because they have just proved who they are; the
 * old token is worth nothing from then on. Undefined when the session has ended meanwhile.
 * @param step the step that was missing is done: the session is full now, and lasts from now on
 */
export async function renewSession(
  tx: Transaction,
  sessionId: number,
  now: Temporal.Instant,
  step?: 'second-factor',
): Promise<string | undefined> {
  const token = newToken();
  const isRenewed = await updateSession(tx, sessionId, {
    token_hash: tokenHash(token),
    confirmed_at: now,
    ...(step ? { stage: 'full', ends_at: endOf('full', now), has_second_factor: true } : {}),
  });
  return isRenewed ? token : undefined;
}

/** Ends every session of the person of the transaction but this one; says how many those were. */
export function endOtherSessions(tx: Transaction, personId: number, kept: number): Promise<number> {
  return deleteOtherSessions(tx, personId, kept);
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
