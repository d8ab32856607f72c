import { refuse } from '../../../domain/refusal.ts';
import type { Ctx } from '../../../platform/context.ts';
import { countAttempt, forgetAttempts } from '../../../platform/throttle/throttle.ts';
import { verifyPassword } from '../../sign-in/index.ts';
import { findStaff } from '../accounts/queries.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';
import { findStaffCandidate } from './queries.ts';
import { STAFF_ACCOUNT_LIMIT } from './sign-in-staff.ts';

const keyOf = (ctx: Ctx) => `password of staff ${actingStaff(ctx).staffId}`;

/**
 * Whether this is the password of the acting member of staff; counts the attempt, wherever it is asked for.
 * Refuses with `too-many-attempts`, `not-signed-in`.
 */
export async function checkStaffPassword(ctx: Ctx, appKey: string, password: string): Promise<boolean> {
  const known = await staffTransaction(ctx, async (tx, { staffId }) => {
    const account = await findStaff(tx, staffId);
    if (!account) refuse({ code: 'not-signed-in' });
    return findStaffCandidate(tx, account.email, ctx.now);
  });
  await countAttempt(ctx.db, appKey, keyOf(ctx), STAFF_ACCOUNT_LIMIT, ctx.now);
  return verifyPassword(known?.passwordHash ?? undefined, password);
}

/** Forgets the attempts after one was right. */
export const forgetStaffPasswords = (ctx: Ctx, appKey: string): Promise<void> =>
  forgetAttempts(ctx.db, appKey, keyOf(ctx));
