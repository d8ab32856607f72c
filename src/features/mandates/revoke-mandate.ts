import { mayRevoke } from '../../domain/mandates/index.ts';
import { refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import {
  type CustomerCtx,
  personIdOf,
  requireConfirmation,
  requireRight,
  transaction,
} from '../../platform/context.ts';
import { auditedMandate } from './audited.ts';
import { mandateLetter } from './jobs.ts';
import { endMandate, factsOf, lockMandate } from './queries.ts';
import { MandateReference } from './schemas.ts';

/**
 * Takes a mandate back: nothing is collected with it any more.
 * @param input `reference`, for example `D123456-0001`
 *
 * Refuses with `forbidden` without `billing.edit`, `confirmation-required`, `not-found` (also for another firm's),
 * `mandate-ended`.
 */
export async function revokeMandate(ctx: CustomerCtx, input: unknown): Promise<{ reference: string }> {
  requireRight(ctx, 'billing.edit');
  requireConfirmation(ctx);
  const asked = MandateReference.safeParse(input);
  if (!asked.success) refuse({ code: 'not-found' });
  const { reference } = asked.data;
  return transaction(ctx, async (tx) => {
    const mandate = await lockMandate(tx, reference);
    if (!mandate) refuse({ code: 'not-found' });
    refuseIf(mayRevoke(factsOf(mandate)));
    await endMandate(tx, mandate.id, { at: ctx.now, how: 'revoked' });
    await audit(tx, ctx, { action: 'mandate.revoke', object: reference, before: auditedMandate(mandate) });
    await ctx.jobs.enqueue(tx, mandateLetter, {
      customerId: ctx.customer.id,
      reference,
      occasion: 'revoked',
      personId: personIdOf(ctx) ?? null,
    });
    return { reference };
  });
}
