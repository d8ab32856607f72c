import { Refused } from '../../domain/refusal.ts';
import type { Ctx } from '../../platform/context.ts';
import { addressGroup } from '../../platform/http/index.ts';
import { parseInput } from '../../platform/input.ts';
import { countAttempt, type Limit } from '../../platform/throttle/throttle.ts';
import { sendOneTimePassword } from './jobs.ts';
import { RequestOneTimePassword } from './schemas.ts';

/** Nobody's mailbox is to be filled by a stranger. */
export const MAIL_LIMIT: Limit = { hits: 3, seconds: 15 * 60 };
export const REQUEST_LIMIT: Limit = { hits: 20, seconds: 15 * 60 };

/**
 * Asks for a one-time password by mail. Does the same for known and unknown addresses, and answers the same when
 * there were too many requests: then simply no mail goes out.
 * @param input see {@link RequestOneTimePassword}
 *
 * Refuses with `invalid`.
 */
export async function requestOneTimePassword(
  ctx: Ctx,
  visit: { readonly appKey: string; readonly clientAddress: string },
  input: unknown,
): Promise<void> {
  const { email } = parseInput(RequestOneTimePassword, input);
  if (await isTooMuch(ctx, visit, email)) return;
  await ctx.db.transaction(undefined, (tx) =>
    ctx.jobs.enqueue(tx, sendOneTimePassword, { email, requestId: ctx.requestId }),
  );
}

async function isTooMuch(
  ctx: Ctx,
  visit: { readonly appKey: string; readonly clientAddress: string },
  email: string,
): Promise<boolean> {
  const address = addressGroup(visit.clientAddress);
  try {
    await countAttempt(ctx.db, visit.appKey, `forgotten from ${address}`, REQUEST_LIMIT, ctx.now);
    await countAttempt(ctx.db, visit.appKey, `forgotten ${email.toLowerCase()}`, MAIL_LIMIT, ctx.now);
    return false;
  } catch (error) {
    if (error instanceof Refused) return true;
    throw error;
  }
}
