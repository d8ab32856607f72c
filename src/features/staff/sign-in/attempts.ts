import type { Ctx } from '../../../platform/context.ts';
import { countAttempt, forgetAttempts, type Limit } from '../../../platform/throttle/throttle.ts';
import { actingStaff } from '../staff-scope.ts';

/** As for customers: these limits keep guessing a code below one in a thousand a week. */
export const STAFF_CODE_LIMIT: Limit = { hits: 6, seconds: 15 * 60 };
export const STAFF_CODE_LIMIT_OF_A_DAY: Limit = { hits: 40, seconds: 24 * 60 * 60 };

const keysOf = (ctx: Ctx) => {
  const { staffId } = actingStaff(ctx);
  return { soon: `code of staff ${staffId}`, day: `code of staff ${staffId} in a day` };
};

/** Counts an attempt at a code of the acting member of staff. Refuses with `too-many-attempts`. */
export async function countStaffCode(ctx: Ctx, appKey: string): Promise<void> {
  const { soon, day } = keysOf(ctx);
  await countAttempt(ctx.db, appKey, soon, STAFF_CODE_LIMIT, ctx.now);
  await countAttempt(ctx.db, appKey, day, STAFF_CODE_LIMIT_OF_A_DAY, ctx.now);
}

/** Forgets the attempts after one was right. */
export async function forgetStaffCodes(ctx: Ctx, appKey: string): Promise<void> {
  const { soon, day } = keysOf(ctx);
  await forgetAttempts(ctx.db, appKey, soon);
  await forgetAttempts(ctx.db, appKey, day);
}
