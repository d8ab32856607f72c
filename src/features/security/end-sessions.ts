import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireConfirmation } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { personTransaction } from '../../platform/person-scope.ts';
import { endOtherSessions } from '../../platform/sessions/index.ts';
import { deleteSession } from './queries.ts';
import { EndSession } from './schemas.ts';

/**
 * Ends one session of the acting person, for whichever of their firms.
 * @param input see {@link EndSession}
 *
 * Refuses with `confirmation-required`, `not-found` (also for somebody else's session), `not-signed-in` for anybody
 * but a person.
 */
export async function endOneSession(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireConfirmation(ctx);
  const { id } = parseInput(EndSession, input);
  await personTransaction(ctx, async (tx, { personId }) => {
    const before = await deleteSession(tx, personId, id);
    if (!before) refuse({ code: 'not-found' });
    await audit(tx, ctx, { action: 'person.end-session', object: ctx.customer.number, before });
  });
}

/**
 * Ends every session of the acting person but the one at hand.
 *
 * Refuses with `confirmation-required`, `not-signed-in` for anybody but a person.
 */
export async function endAllOthers(ctx: CustomerCtx, visit: { readonly sessionId: number }): Promise<void> {
  requireConfirmation(ctx);
  await personTransaction(ctx, async (tx, { personId }) => {
    const ended = await endOtherSessions(tx, personId, visit.sessionId);
    await audit(tx, ctx, { action: 'person.end-sessions', object: ctx.customer.number, after: { ended } });
  });
}
