import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { addressGroup } from '../../platform/http/index.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { parseInput } from '../../platform/input.ts';
import {
  endSession,
  isTrustedDevice,
  type SessionStage,
  stageAfterPassword,
  startSession,
} from '../../platform/sessions/index.ts';
import { countAttempt, forgetAttempts, type Limit } from '../../platform/throttle/throttle.ts';
import { isOneTimePassword, oneTimeHash } from './one-time-password.ts';
import { verifyPassword } from './password-hash.ts';
import { type Candidate, findCandidate, findPerson, rememberSignIn, takeOneTimePassword } from './queries.ts';
import { SignIn } from './schemas.ts';

/** Per account: enough for somebody who tries all their passwords, too few for somebody who guesses. */
export const ACCOUNT_LIMIT: Limit = { hits: 10, seconds: 15 * 60 };
/** Per address: a whole office may sign in on one morning. */
export const ADDRESS_LIMIT: Limit = { hits: 60, seconds: 15 * 60 };

/** From where somebody knocks. */
export interface Visit {
  readonly appKey: string;
  readonly clientAddress: string;
  readonly userAgent: string;
  /** The token that the browser has presented; a session behind it ends, whosever it was. */
  readonly presentedToken: string | undefined;
  /** What the browser presents if somebody once trusted it. */
  readonly deviceToken?: string | undefined;
  /** Compares a password with a hash, or with nothing in the same time. Tests count the calls. */
  readonly verify?: typeof verifyPassword;
}

/** A session that has begun. */
export interface BegunSession {
  /** For the cookie; always a new one. */
  readonly token: string;
  readonly stage: SessionStage;
  readonly language: Language;
}

/**
 * Signs somebody in with customer number, e-mail and password. With a one-time password in place of the password
 * the session can do nothing but choose a new one; where a second factor is due, nothing but give it. Other
 * sessions of the account go on.
 * @param input see {@link SignIn}
 *
 * Refuses with `invalid`, `too-many-attempts`, and with `wrong-credentials` for everything else that does not fit:
 * nobody learns whether a number, an e-mail or only the password was wrong.
 */
export async function signIn(ctx: Ctx, visit: Visit, input: unknown): Promise<BegunSession> {
  const { customerNumber, email, password } = parseInput(SignIn, input);
  const account = await attemptsOf(ctx, visit, { customerNumber, email });
  const address = `sign-in from ${addressGroup(visit.clientAddress)}`;
  // The address first: whoever is stopped there cannot use up the attempts of an account.
  await countAttempt(ctx.db, visit.appKey, address, ADDRESS_LIMIT, ctx.now);
  await countAttempt(ctx.db, visit.appKey, account, ACCOUNT_LIMIT, ctx.now);

  const candidate = await findCandidate(ctx.db, { customerNumber, email, now: ctx.now });
  const isPassword = await (visit.verify ?? verifyPassword)(candidate?.passwordHash, password);
  const session = candidate && (await begin(ctx, visit, { candidate, customerNumber, password, isPassword }));
  if (!session) {
    await recordFailure(ctx, customerNumber);
    refuse({ code: 'wrong-credentials' });
  }
  await forgetAttempts(ctx.db, visit.appKey, account);
  return session;
}

/**
 * Whose attempts are counted: those of the account, so that guessing ends soon. A browser that the person trusts
 * counts for itself, or else a stranger who guesses would lock its owner out.
 */
async function attemptsOf(
  ctx: Ctx,
  visit: Visit,
  login: { customerNumber: string; email: string },
): Promise<string> {
  const account = `sign-in ${login.customerNumber} ${login.email.toLowerCase()}`;
  const isTrusted = await isTrustedDevice(ctx.db, visit.deviceToken, login, ctx.now);
  return isTrusted ? `${account} on ${visit.deviceToken}` : account;
}

interface Proof {
  readonly candidate: Candidate;
  readonly customerNumber: string;
  readonly password: string;
  readonly isPassword: boolean;
}

/** Starts the session that the proof is good for; undefined when it is good for none. */
async function begin(ctx: Ctx, visit: Visit, proof: Proof): Promise<BegunSession | undefined> {
  const { candidate, customerNumber, password, isPassword } = proof;
  const { personId, customerId } = candidate;
  const isOneTime =
    !isPassword && candidate.oneTimeHash !== null && isOneTimePassword(password, candidate.oneTimeHash);
  if (!isPassword && !isOneTime) return undefined;

  return ctx.db.transaction(customerId, async (tx) => {
    const { now } = ctx;
    if (isOneTime && !(await takeOneTimePassword(tx, { personId, hash: oneTimeHash(password), now }))) {
      return undefined;
    }
    const person = await findPerson(tx, personId);
    if (!person) return undefined;
    if (visit.presentedToken) await endSession(tx, visit.presentedToken);
    const first = isPassword
      ? await stageAfterPassword(tx, { personId, customerId }, visit.deviceToken, now)
      : { stage: 'new-password' as const, hasSecondFactor: false };
    const { stage } = first;
    const { userAgent, clientAddress } = visit;
    const token = await startSession(tx, { customerId, personId, ...first, now, userAgent, clientAddress });
    await rememberSignIn(tx, { customerId, personId, now });
    const signedIn: Ctx = {
      ...ctx,
      actor: { kind: 'person', personId, name: person.name, email: person.email },
      customer: { id: customerId, number: customerNumber, name: '' },
    };
    await audit(tx, signedIn, { action: 'person.sign-in', object: customerNumber, after: { stage } });
    return { token, stage, language: person.language };
  });
}

/** Belongs to no customer, whether there is one of this number or not, and names nobody. */
function recordFailure(ctx: Ctx, customerNumber: string): Promise<void> {
  return ctx.db.transaction(undefined, (tx) =>
    audit(
      tx,
      { ...ctx, customer: undefined, actor: { kind: 'visitor' } },
      {
        action: 'person.sign-in-failed',
        object: customerNumber,
      },
    ),
  );
}
