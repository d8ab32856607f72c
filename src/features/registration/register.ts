import { Refused, refuse } from '../../domain/refusal.ts';
import type { Ctx } from '../../platform/context.ts';
import { addressGroup } from '../../platform/http/index.ts';
import { parseInput } from '../../platform/input.ts';
import { countAttempt, type Limit } from '../../platform/throttle/throttle.ts';
import { hashPassword, isEasyToGuess, oneTimeHash } from '../sign-in/index.ts';
import { registrationReceived } from './jobs.ts';
import { receiveRegistration } from './queries.ts';
import { Register } from './schemas.ts';

/** A mailbox is not to be filled by strangers, nor a code to be guessed. */
export const MAIL_LIMIT: Limit = { hits: 3, seconds: 15 * 60 };
export const NUMBER_LIMIT: Limit = { hits: 10, seconds: 60 * 60 };
export const ADDRESS_LIMIT: Limit = { hits: 20, seconds: 15 * 60 };

/** From where somebody registers. */
export interface RegistrationVisit {
  readonly appKey: string;
  readonly clientAddress: string;
}

/**
 * Takes a registration down. Does the same work whether the number exists, is registered, or the code is right, and
 * answers the same when there were too many: then nothing is written. The rest happens in a job.
 * @param input see {@link Register}
 *
 * Refuses with `invalid` (also `common-password`), by nothing but what was typed.
 */
export async function register(ctx: Ctx, visit: RegistrationVisit, input: unknown): Promise<void> {
  const { customerNumber, email, name, password, activationCode } = parseInput(Register, input);
  if (isEasyToGuess(password, { customerNumber, email })) {
    refuse({ code: 'invalid', fields: [{ field: 'password', problem: 'common-password' }] });
  }
  const isTooMuch = await tooMuch(ctx, visit, { customerNumber, email });
  const passwordHash = await hashPassword(password);
  if (isTooMuch) return;
  await ctx.db.transaction(undefined, async (tx) => {
    const requestId = await receiveRegistration(tx, {
      customerNumber,
      email,
      name,
      language: ctx.language,
      passwordHash,
      codeHash: activationCode === '' ? undefined : oneTimeHash(activationCode),
      at: ctx.now,
    });
    await ctx.jobs.enqueue(tx, registrationReceived, { requestId, requestKey: ctx.requestId });
  });
}

async function tooMuch(
  { db, now }: Ctx,
  { appKey, clientAddress }: RegistrationVisit,
  account: { customerNumber: string; email: string },
): Promise<boolean> {
  try {
    await countAttempt(db, appKey, `register from ${addressGroup(clientAddress)}`, ADDRESS_LIMIT, now);
    await countAttempt(db, appKey, `register ${account.customerNumber}`, NUMBER_LIMIT, now);
    await countAttempt(db, appKey, `register ${account.email.toLowerCase()}`, MAIL_LIMIT, now);
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
