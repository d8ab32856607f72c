import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireAdmin, requireConfirmation, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { lockRequirement, setRequirement } from './queries.ts';
import { RequireSecondFactor } from './schemas.ts';

/**
 * Asks everybody who acts for the firm for a second factor, or no longer. Whoever has none is led to set one up at
 * their next sign-in; sessions that have begun go on.
 * @param input see {@link RequireSecondFactor}
 *
 * Refuses with `admin-only`, `confirmation-required`, `invalid`.
 */
export async function requireSecondFactor(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  requireConfirmation(ctx);
  const required = parseInput(RequireSecondFactor, input).required === 'yes';
  await transaction(ctx, async (tx) => {
    const before = await lockRequirement(tx, ctx.customer.id);
    if (before === required) return;
    await setRequirement(tx, ctx.customer.id, required);
    await audit(tx, ctx, {
      action: 'customer.second-factor',
      object: ctx.customer.number,
      before: { required: before },
      after: { required },
    });
  });
}
