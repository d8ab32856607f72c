import type { CustomerCtx } from '../../platform/context.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import { countAttempt, forgetAttempts } from '../../platform/throttle/throttle.ts';
import { verifyPassword } from './password-hash.ts';
import { findCandidate } from './queries.ts';
import { ACCOUNT_LIMIT } from './sign-in.ts';

/**
 * Whether this is the password of the acting person, who is signed in already. Wherever it is asked, attempts are
 * counted together.
 *
 * Refuses with `not-signed-in` for anybody but a person, `too-many-attempts`.
 */
export async function checkPassword(
  ctx: CustomerCtx,
  visit: { readonly appKey: string },
  password: string,
): Promise<boolean> {
  const { personId, email } = actingPerson(ctx);
  const key = `password of person ${personId}`;
  await countAttempt(ctx.db, visit.appKey, key, ACCOUNT_LIMIT, ctx.now);
  const account = { customerNumber: ctx.customer.number, email, now: ctx.now };
  const isRight = await verifyPassword((await findCandidate(ctx.db, account))?.passwordHash, password);
  if (isRight) await forgetAttempts(ctx.db, visit.appKey, key);
  return isRight;
}
