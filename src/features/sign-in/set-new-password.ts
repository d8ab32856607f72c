import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { stageAfterPassword, startSession } from '../../platform/sessions/index.ts';
import { passwordChanged } from './jobs.ts';
import { hashPassword } from './password-hash.ts';
import { isEasyToGuess } from './password-rules.ts';
import { storePassword } from './queries.ts';
import { SetNewPassword } from './schemas.ts';
import type { BegunSession } from './sign-in.ts';

/**
 * Gives the acting person a new password: their sessions, their one-time password and the trust in their devices
 * end, a new session begins, a letter tells them. Whether they may do so without the old password is the caller's
 * question.
 * @param visit `isSignedIn`: they have given their second factor, if one is due; else it is asked for next
 * @param input see {@link SetNewPassword}
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid` (`too-short`, `too-long`, `common-password`).
 */
export async function setNewPassword(
  ctx: CustomerCtx,
  visit: {
    readonly userAgent: string;
    readonly clientAddress?: string;
    readonly isSignedIn?: { readonly hasSecondFactor: boolean };
  },
  input: unknown,
): Promise<BegunSession> {
  const { actor, customer, now } = ctx;
  if (actor.kind !== 'person') refuse({ code: 'not-signed-in' });
  const { password } = parseInput(SetNewPassword, input);
  if (isEasyToGuess(password, { customerNumber: customer.number, email: actor.email })) {
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'common-password' }] });
  }
  const passwordHash = await hashPassword(password);
  const { personId } = actor;
  return transaction(ctx, async (tx) => {
    await storePassword(tx, personId, passwordHash);
    const { userAgent, clientAddress = '', isSignedIn } = visit;
    const member = { personId, customerId: customer.id };
    // a mailbox is no second factor: whoever comes by one-time password still owes theirs
    const first = isSignedIn
      ? { stage: 'full' as const, ...isSignedIn }
      : await stageAfterPassword(tx, member, undefined, now);
    const token = await startSession(tx, { ...member, ...first, now, userAgent, clientAddress });
    await audit(tx, ctx, { action: 'person.password-set', object: customer.number });
    await ctx.jobs.enqueue(tx, passwordChanged, { customerId: customer.id, personId, at: now.toString() });
    return { token, stage: first.stage, language: ctx.language };
  });
}
