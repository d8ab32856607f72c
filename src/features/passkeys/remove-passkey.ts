import { refuse } from '../../domain/refusal.ts';
import { mayRemoveFactor } from '../../domain/sign-in-steps.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { endOtherSessions, lockFactors } from '../../platform/sessions/index.ts';
import { deleteCodes } from '../recovery-codes/index.ts';
import { tellPerson } from '../security-letters/index.ts';
import { deletePasskey } from './queries.ts';
import { RemovePasskey } from './schemas.ts';

/**
 * Removes a passkey of the acting person; their other sessions end. With the last second factor the recovery codes
 * go, too.
 * @param input see {@link RemovePasskey}
 *
 * Refuses with `confirmation-required`, `not-found` (also for somebody else's), `last-second-factor` while the firm
 * asks for one, `not-signed-in` for anybody but a person.
 */
export async function removePasskey(
  ctx: CustomerCtx,
  visit: { readonly sessionId: number },
  input: unknown,
): Promise<void> {
  requireConfirmation(ctx);
  const { id } = parseInput(RemovePasskey, input);
  await personTransaction(ctx, async (tx, { personId }) => {
    const factors = await lockFactors(tx, ctx, personId);
    const name = await deletePasskey(tx, personId, id);
    if (name === undefined) refuse({ code: 'not-found' });
    if (!mayRemoveFactor(factors, 'passkey')) refuse({ code: 'last-second-factor' });
    if (!factors.hasTotp && factors.passkeys === 1) await deleteCodes(tx, personId);
    await endOtherSessions(tx, personId, visit.sessionId);
    await audit(tx, ctx, { action: 'person.passkey-removed', object: ctx.customer.number, before: { name } });
    await tellPerson(tx, ctx, 'passkey-removed');
  });
}
