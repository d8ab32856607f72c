import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import type { Ctx } from '../../platform/context.ts';
import { addressGroup } from '../../platform/http/index.ts';
import { parseInput } from '../../platform/input.ts';
import { isToken, tokenHash } from '../../platform/sessions/index.ts';
import { countAttempt, type Limit } from '../../platform/throttle/throttle.ts';
import { verifyPassword } from '../sign-in/index.ts';
import { joinRequested, registrationLetter } from './jobs.ts';
import {
  type Confirmation,
  completeRegistration,
  findConfirmation,
  turnWaitingIntoJoins,
} from './queries.ts';
import type { RegistrationVisit } from './register.ts';
import { ConfirmRegistration } from './schemas.ts';

/** Per address and per registration: enough for somebody who tries all their passwords. */
export const CONFIRM_LIMIT: Limit = { hits: 10, seconds: 15 * 60 };

/**
 * What a confirmation link is about, for whoever has it. Refuses with `link-expired` when it was used, replaced by
 * a newer letter, or has run out.
 */
export async function readConfirmation(ctx: Ctx, token: string): Promise<Confirmation> {
  const found = isToken(token) && (await findConfirmation(ctx.db, tokenHash(token), ctx.now));
  return found || refuse({ code: 'link-expired' });
}

/**
 * Completes a registration: whoever reads the mailbox and knows the password acts for the firm from now on. Both are
 * asked for, because the registration may have been sent by a stranger with somebody else's e-mail. Signs nobody in.
 * @param input see {@link ConfirmRegistration}; of an account that exists its own password, else the one that was
 *   typed at the registration
 * @returns `completed`; `taken` when somebody registered the number meanwhile, and the colleagues are asked
 *
 * Refuses with `link-expired`, `too-many-attempts`, `invalid` (`wrong-password`); the link stays good for these two.
 */
export async function confirmRegistration(
  ctx: Ctx,
  visit: RegistrationVisit,
  token: string,
  input: unknown,
): Promise<'completed' | 'taken'> {
  const found = await readConfirmation(ctx, token);
  const { customer } = found;
  const { password } = parseInput(ConfirmRegistration, input);
  const address = addressGroup(visit.clientAddress);
  await countAttempt(ctx.db, visit.appKey, `confirm from ${address}`, CONFIRM_LIMIT, ctx.now);
  await countAttempt(ctx.db, visit.appKey, `confirm ${found.id}`, CONFIRM_LIMIT, ctx.now);
  if (!(await verifyPassword(found.passwordHash, password))) {
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'wrong-password' }] });
  }
  return ctx.db.transaction(customer.id, async (tx) => {
    const { outcome, personId } = await completeRegistration(tx, tokenHash(token), ctx.now);
    const object = `registration/${found.id}`;
    const visitor: Ctx = { ...ctx, customer, actor: { kind: 'visitor' } };
    if (outcome === 'gone') refuse({ code: 'link-expired' });
    if (outcome === 'taken' || personId === undefined) {
      await audit(tx, visitor, { action: 'registration.join', object });
      await ctx.jobs.enqueue(tx, joinRequested, { customerId: customer.id, requestId: found.id });
      await ctx.jobs.enqueue(tx, registrationLetter, { requestId: found.id, kind: 'taken' });
      return 'taken';
    }
    const person: Ctx = {
      ...visitor,
      actor: { kind: 'person', personId, name: found.name, email: found.email },
    };
    await audit(tx, person, {
      action: 'registration.complete',
      object,
      after: { user: personId, via: found.via, isAdmin: found.via !== 'colleague', rights: found.rights },
    });
    await ctx.jobs.enqueue(tx, registrationLetter, { requestId: found.id, kind: 'completed' });
    for (const requestId of await turnWaitingIntoJoins(tx)) {
      await ctx.jobs.enqueue(tx, joinRequested, { customerId: customer.id, requestId });
    }
    return 'completed';
  });
}
