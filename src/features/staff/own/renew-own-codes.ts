import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, requireConfirmation } from '../../../platform/context.ts';
import { countAttempt, type Limit } from '../../../platform/throttle/throttle.ts';
import { makeRecoveryCodes } from '../../recovery-codes/index.ts';
import { staffFactorChanged } from '../jobs.ts';
import { countStaffCodes, replaceStaffCodes } from '../sign-in/queries.ts';
import { actingStaff, staffTransaction } from '../staff-scope.ts';

/** Ten slow hashes each time. */
const LIMIT: Limit = { hits: 10, seconds: 60 * 60 };

/**
 * Gives the acting member of staff ten new recovery codes; the old ones are worth nothing from then on, and a letter says
 * so.
 * @returns the codes, which nobody can read again
 *
 * Refuses with `confirmation-required`, `not-signed-in` for anybody but staff, `too-many-attempts`.
 */
export async function renewOwnCodes(
  ctx: Ctx,
  visit: { readonly appKey: string },
): Promise<readonly string[]> {
  requireConfirmation(ctx);
  const key = `recovery codes of staff ${actingStaff(ctx).staffId}`;
  await countAttempt(ctx.db, visit.appKey, key, LIMIT, ctx.now);
  const { codes, stored } = await makeRecoveryCodes();
  await staffTransaction(ctx, async (tx, { staffId, name }) => {
    const { left } = await countStaffCodes(tx, staffId);
    await replaceStaffCodes(tx, staffId, stored);
    await audit(tx, ctx, {
      action: 'staff.recovery-codes',
      object: name,
      before: { left },
      after: { left: stored.length },
    });
    await ctx.jobs.enqueue(tx, staffFactorChanged, { staffId, what: 'codes', at: ctx.now.toString() });
  });
  return codes;
}
