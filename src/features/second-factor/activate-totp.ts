import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { unseal } from '../../platform/secrets/index.ts';
import { endOtherSessions, renewSession } from '../../platform/sessions/index.ts';
import { countCodes, makeRecoveryCodes, replaceCodes } from '../recovery-codes/index.ts';
import { tellPerson } from '../security-letters/index.ts';
import { countCode, forgetCodes } from './attempts.ts';
import { isWaiting, ownerOf, TOTP_PURPOSE } from './begin-totp.ts';
import { activatePending, findTotp } from './queries.ts';
import { SecondFactorCode } from './schemas.ts';
import { stepOfCode } from './totp.ts';

/** A second factor that has just been set up. */
export interface SetUp {
  /** For the cookie: the session goes on under a new token. */
  readonly token: string;
  /** To be shown once; absent when the person has some already. */
  readonly codes?: readonly string[] | undefined;
}

/**
 * Sets the app of the acting person up, once it has shown a right code: every sign-in with the password asks for one
 * from then on. Their other sessions, which were begun without, end.
 * @param input see {@link SecondFactorCode}
 *
 * Refuses with `confirmation-required`, `invalid` (`wrong-code`), `not-found` when no app waits for its first code,
 * `too-many-attempts`, `not-signed-in` for anybody but a person.
 */
export async function activateTotp(
  ctx: CustomerCtx,
  visit: { readonly appKey: string; readonly sessionId: number },
  input: unknown,
): Promise<SetUp> {
  requireConfirmation(ctx);
  const { otp } = parseInput(SecondFactorCode, input);
  await countCode(ctx, visit.appKey);
  const { now } = ctx;
  const { pending, step, isSetUp, hasCodes } = await checkFirstCode(ctx, visit.appKey, otp);
  const made = hasCodes ? undefined : await makeRecoveryCodes();
  const setUp = await personTransaction(ctx, async (tx, { personId }): Promise<SetUp> => {
    if (!(await activatePending(tx, { owner: personId, pending, step, at: now }))) refuse({ code: 'stale' });
    if (made) await replaceCodes(tx, personId, made.stored);
    await endOtherSessions(tx, personId, visit.sessionId);
    const token = await renewSession(tx, visit.sessionId, now, 'second-factor');
    if (token === undefined) refuse({ code: 'not-signed-in' });
    await audit(tx, ctx, {
      action: 'person.totp-set-up',
      object: ctx.customer.number,
      before: { isSetUp },
      after: { isSetUp: true },
    });
    await tellPerson(tx, ctx, 'totp-set-up');
    return { token, codes: made?.codes };
  });
  await forgetCodes(ctx, visit.appKey);
  return setUp;
}

/** Before anything dear is done: whether the code belongs to the secret that waits. */
function checkFirstCode(ctx: CustomerCtx, appKey: string, otp: string) {
  return personTransaction(ctx, async (tx, { personId }) => {
    const totp = await findTotp(tx, personId);
    if (!totp?.pending || !isWaiting(totp.pendingAt, ctx.now)) refuse({ code: 'not-found' });
    const { pending, secret } = totp;
    const step = stepOfCode(unseal(appKey, TOTP_PURPOSE, pending, ownerOf(personId)), otp, ctx.now);
    if (step === undefined) refuse({ code: 'invalid', fields: [{ field: 'otp', problem: 'wrong-code' }] });
    const hasCodes = (await countCodes(tx, personId)).left > 0;
    return { pending, step, isSetUp: secret !== null, hasCodes };
  });
}
