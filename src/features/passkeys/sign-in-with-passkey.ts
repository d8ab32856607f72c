import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { parseInput } from '../../platform/input.ts';
import { endSession, membershipsOf, startSession } from '../../platform/sessions/index.ts';
import { type CeremonyVisit, checkAssertion, readCredential } from './ceremony.ts';
import { rememberSignIn } from './queries.ts';
import { SignInWithPasskey } from './schemas.ts';

/** A session that a passkey has begun. */
export interface PasskeySession {
  /** For the cookie; always a new one. */
  readonly token: string;
  readonly stage: 'full';
  readonly language: Language;
  /** The person acts for several firms and has not said for which: the last one was taken, and they may choose. */
  readonly mayChooseFirm: boolean;
}

/**
 * Signs somebody in with a passkey, which is two factors at once: no other step follows. With a customer number for
 * that firm, else for the one they last signed in to.
 * @param input see {@link SignInWithPasskey}
 *
 * Refuses with `passkey-refused` for whatever does not fit, `invalid` for a number of the wrong form.
 */
export async function signInWithPasskey(
  ctx: Ctx,
  visit: CeremonyVisit & {
    readonly clientAddress: string;
    readonly userAgent: string;
    /** The token that the browser has presented; a session behind it ends, whosever it was. */
    readonly presentedToken: string | undefined;
  },
  input: unknown,
): Promise<PasskeySession> {
  const { customerNumber } = readCredential(() => parseInput(SignInWithPasskey, input));
  const { personId, firms, firm } = await provenFirm(ctx, visit, input, customerNumber).catch((error) =>
    recordFailure(ctx).then(() => Promise.reject(error)),
  );
  const { customerId, number } = firm;

  return ctx.db.transaction(customerId, async (tx) => {
    const person = await tx.first(
      query.selectFrom('person').select(['name', 'email', 'language']).where('id', '=', personId),
    );
    if (!person) refuse({ code: 'passkey-refused' });
    if (visit.presentedToken) await endSession(tx, visit.presentedToken);
    const { now } = ctx;
    const token = await startSession(tx, {
      customerId,
      personId,
      stage: 'full',
      now,
      userAgent: visit.userAgent,
      clientAddress: visit.clientAddress,
      hasSecondFactor: true,
    });
    await rememberSignIn(tx, { customerId, personId, now });
    const signedIn: Ctx = {
      ...ctx,
      actor: { kind: 'person', personId, name: person.name, email: person.email },
      customer: { id: customerId, number, name: firm.name },
    };
    await audit(tx, signedIn, {
      action: 'person.sign-in',
      object: number,
      after: { stage: 'full', by: 'passkey' },
    });
    return {
      token,
      stage: 'full',
      language: person.language,
      mayChooseFirm: !customerNumber && firms.length > 1,
    };
  });
}

/** Whose passkey it is, and the firm that they may sign in to. Refuses with `passkey-refused`. */
async function provenFirm(
  ctx: Ctx,
  visit: CeremonyVisit,
  input: unknown,
  customerNumber: string | undefined,
) {
  const { personId } = await checkAssertion(ctx, visit, 'sign-in', input);
  const firms = await membershipsOf(ctx.db, personId);
  const firm = customerNumber ? firms.find(({ number }) => number === customerNumber) : firms[0];
  return { personId, firms, firm: firm ?? refuse({ code: 'passkey-refused' }) };
}

/** Belongs to no customer and names nobody, like any other sign-in that failed. */
function recordFailure(ctx: Ctx): Promise<void> {
  const stranger: Ctx = { ...ctx, customer: undefined, actor: { kind: 'visitor' } };
  return ctx.db.transaction(undefined, (tx) =>
    audit(tx, stranger, { action: 'person.sign-in-failed', object: 'passkey' }),
  );
}
