import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { startSession } from '../../platform/sessions/index.ts';
import { passwordChanged } from './jobs.ts';
import { hashPassword } from './password-hash.ts';
import { isEasyToGuess } from './password-rules.ts';
import { storePassword } from './queries.ts';
import { SetNewPassword } from './schemas.ts';
import type { BegunSession } from './sign-in.ts';

/**
 * Gives the acting person a new password: their sessions and their one-time password end, a new session begins,
 * a letter tells them. Whether they may do so without the old password is the caller's question.
 * @param input see {@link SetNewPassword}
 *
 * Refuses with `not-signed-in` for anybody but a person, `invalid` (`too-short`, `too-long`, `common-password`).
 */
export async function setNewPassword(
  ctx: CustomerCtx,
  visit: { readonly userAgent: string },
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
    const token = await startSession(tx, {
      customerId: customer.id,
      personId,
      stage: 'full',
      now,
      userAgent: visit.userAgent,
    });
    await audit(tx, ctx, { action: 'person.password-set', object: customer.number });
    await ctx.jobs.enqueue(tx, passwordChanged, { customerId: customer.id, personId, at: now.toString() });
    return { token, stage: 'full', language: ctx.language };
  });
}
