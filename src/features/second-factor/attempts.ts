import type { CustomerCtx } from '../../platform/context.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import { countAttempt, forgetAttempts, type Limit } from '../../platform/throttle/throttle.ts';

/** Three codes of a million are right at any time: these limits keep guessing below one in a thousand a week. */
export const CODE_LIMIT: Limit = { hits: 6, seconds: 15 * 60 };
export const CODE_LIMIT_OF_A_DAY: Limit = { hits: 40, seconds: 24 * 60 * 60 };

const keysOf = (ctx: CustomerCtx) => {
  const { personId } = actingPerson(ctx);
  return { soon: `code of person ${personId}`, day: `code of person ${personId} in a day` };
};

/** Counts an attempt at a code of the acting person, wherever it is asked. Refuses with `too-many-attempts`. */
export async function countCode(ctx: CustomerCtx, appKey: string): Promise<void> {
  const { soon, day } = keysOf(ctx);
  await countAttempt(ctx.db, appKey, soon, CODE_LIMIT, ctx.now);
  await countAttempt(ctx.db, appKey, day, CODE_LIMIT_OF_A_DAY, ctx.now);
}

/** Forgets the attempts after one was right. */
export async function forgetCodes(ctx: CustomerCtx, appKey: string): Promise<void> {
  const { soon, day } = keysOf(ctx);
  await forgetAttempts(ctx.db, appKey, soon);
  await forgetAttempts(ctx.db, appKey, day);
}
