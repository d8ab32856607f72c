import { refuse } from '../../../domain/refusal.ts';
import type { SessionStage } from '../../../domain/sign-in-steps.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { addressGroup } from '../../../platform/http/index.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import { parseInput } from '../../../platform/input.ts';
import { endStaffSession, startStaffSession } from '../../../platform/sessions/index.ts';
import { countAttempt, forgetAttempts, type Limit } from '../../../platform/throttle/throttle.ts';
import { isOneTimePassword, oneTimeHash, verifyPassword } from '../../sign-in/index.ts';
import { StaffSignIn } from '../schemas.ts';
import { findStaffCandidate, type StaffCandidate, takeStaffOneTimePassword } from './queries.ts';

/** The same as for customers: enough for somebody who tries all their passwords, too few for somebody who guesses. */
export const STAFF_ACCOUNT_LIMIT: Limit = { hits: 10, seconds: 15 * 60 };
export const STAFF_ADDRESS_LIMIT: Limit = { hits: 60, seconds: 15 * 60 };

/** From where somebody knocks. */
export interface StaffVisit {
  readonly appKey: string;
  readonly clientAddress: string;
  readonly userAgent: string;
  /** The token that the browser has presented; a session behind it ends, whosever it was. */
  readonly presentedToken?: string | undefined;
  /** Compares a password with a hash, or with nothing in the same time. Tests count the calls. */
  readonly verify?: typeof verifyPassword;
}

/** A session of staff that has begun, or come further. */
export interface StaffEntered {
  /** For the cookie; always a new one. */
  readonly token: string;
  readonly stage: SessionStage;
  readonly language: Language;
}

/**
 * First step of signing in at the desk. The session can do nothing but the second step, set a second factor up when
 * there is none yet, or choose a password when it began with a one-time password.
 * @param input see {@link StaffSignIn}
 *
 * Refuses with `invalid`, `too-many-attempts`, and with `wrong-staff-credentials` for everything else that does not fit:
 * nobody learns whether there is such an account, or whether it is closed.
 */
export async function signInStaff(ctx: Ctx, visit: StaffVisit, input: unknown): Promise<StaffEntered> {
  const { email, password } = parseInput(StaffSignIn, input);
  const account = `desk sign-in ${email.toLowerCase()}`;
  // The address first: whoever is stopped there cannot use up the attempts of an account.
  const address = `desk sign-in from ${addressGroup(visit.clientAddress)}`;
  await countAttempt(ctx.db, visit.appKey, address, STAFF_ADDRESS_LIMIT, ctx.now);
  await countAttempt(ctx.db, visit.appKey, account, STAFF_ACCOUNT_LIMIT, ctx.now);

  const candidate = await ctx.db.deskTransaction((tx) => findStaffCandidate(tx, email, ctx.now));
  const isPassword = await (visit.verify ?? verifyPassword)(candidate?.passwordHash ?? undefined, password);
  const entered = candidate && (await begin(ctx, visit, candidate, { email, password, isPassword }));
  if (!entered) {
    await recordFailure(ctx);
    refuse({ code: 'wrong-staff-credentials' });
  }
  await forgetAttempts(ctx.db, visit.appKey, account);
  return entered;
}

/** Starts the session that the proof is good for; undefined when it is good for none. */
function begin(
  ctx: Ctx,
  visit: StaffVisit,
  candidate: StaffCandidate,
  proof: { readonly email: string; readonly password: string; readonly isPassword: boolean },
): Promise<StaffEntered | undefined> {
  const { staffId, name, language, oneTimeHash: stored, hasTotp } = candidate;
  const { email, password, isPassword } = proof;
  const { now } = ctx;
  return ctx.db.deskTransaction(async (tx) => {
    if (!isPassword) {
      if (stored === null || !isOneTimePassword(password, stored)) return undefined;
      const taken = await takeStaffOneTimePassword(tx, { staffId, hash: oneTimeHash(password), now });
      if (!taken) return undefined;
    }
    if (visit.presentedToken) await endStaffSession(tx, visit.presentedToken);
    const stage = isPassword ? stageAfterStaffPassword(hasTotp) : 'new-password';
    const { userAgent, clientAddress } = visit;
    const token = await startStaffSession(tx, { staffId, stage, now, userAgent, clientAddress });
    const signedIn: Ctx = { ...ctx, actor: { kind: 'carrier', name, staffId, roles: [] } };
    await audit(tx, signedIn, { action: 'staff.sign-in', object: email, after: { stage } });
    return { token, stage, language };
  });
}

/** A second factor is compulsory at the desk: whoever has none sets one up before anything else. */
export const stageAfterStaffPassword = (hasTotp: boolean): SessionStage =>
  hasTotp ? 'second-factor' : 'enrol';

/** Names nobody: what was typed may be a password. */
function recordFailure(ctx: Ctx): Promise<void> {
  return ctx.db.transaction(undefined, (tx) =>
    audit(
      tx,
      { ...ctx, customer: undefined, actor: { kind: 'visitor' } },
      { action: 'staff.sign-in-failed', object: 'desk' },
    ),
  );
}
