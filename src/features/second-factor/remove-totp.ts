import { refuse } from '../../domain/refusal.ts';
import { mayRemoveFactor } from '../../domain/sign-in-steps.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { endOtherSessions, lockFactors } from '../../platform/sessions/index.ts';
import { deleteCodes } from '../recovery-codes/index.ts';
import { tellPerson } from '../security-letters/index.ts';
import { deleteTotp } from './queries.ts';

/**
 * Takes the app of the acting person away; their other sessions end. With the last second factor the recovery codes
 * go, too.
 *
 * Refuses with `confirmation-required`, `not-found` when there is none, `last-second-factor` while the firm asks for
 * one, `not-signed-in` for anybody but a person.
 */
export async function removeTotp(ctx: CustomerCtx, visit: { readonly sessionId: number }): Promise<void> {
  requireConfirmation(ctx);
  await personTransaction(ctx, async (tx, { personId }) => {
    const factors = await lockFactors(tx, ctx, personId);
    const activatedAt = await deleteTotp(tx, personId);
    if (!activatedAt) refuse({ code: 'not-found' });
    if (!mayRemoveFactor(factors, 'totp')) refuse({ code: 'last-second-factor' });
    if (factors.passkeys === 0) await deleteCodes(tx, personId);
    await endOtherSessions(tx, personId, visit.sessionId);
    await audit(tx, ctx, {
      action: 'person.totp-removed',
      object: ctx.customer.number,
      before: { activatedAt: activatedAt.toString() },
    });
    await tellPerson(tx, ctx, 'totp-removed');
  });
}
