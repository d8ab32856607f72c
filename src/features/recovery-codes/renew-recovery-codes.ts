import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { actingPerson, personTransaction } from '../../platform/person-scope.ts';
import { factorsOf } from '../../platform/sessions/index.ts';
import { countAttempt, type Limit } from '../../platform/throttle/throttle.ts';
import { tellPerson } from '../security-letters/index.ts';
import { makeRecoveryCodes } from './codes.ts';
import { countCodes, replaceCodes } from './queries.ts';

/** Ten slow hashes each time. */
const LIMIT: Limit = { hits: 10, seconds: 60 * 60 };

/**
 * Gives the acting person ten new recovery codes; the old ones are worth nothing from then on.
 * @returns the codes, which nobody can read again
 *
 * Refuses with `confirmation-required`, `not-found` when there is no second factor to recover, `too-many-attempts`.
 */
export async function renewRecoveryCodes(
  ctx: CustomerCtx,
  visit: { readonly appKey: string },
): Promise<readonly string[]> {
  requireConfirmation(ctx);
  const key = `recovery codes of person ${actingPerson(ctx).personId}`;
  await countAttempt(ctx.db, visit.appKey, key, LIMIT, ctx.now);
  const { codes, stored } = await makeRecoveryCodes();
  await personTransaction(ctx, async (tx, { personId }) => {
    const before = await countCodes(tx, personId);
    const { hasTotp, hasPasskey } = await factorsOf(tx, ctx, personId);
    if (!hasTotp && !hasPasskey) refuse({ code: 'not-found' });
    await replaceCodes(tx, personId, stored);
    await audit(tx, ctx, {
      action: 'person.recovery-codes',
      object: ctx.customer.number,
      before: { left: before.left },
      after: { left: stored.length },
    });
    await tellPerson(tx, ctx, 'codes-renewed');
  });
  return codes;
}
