import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, deskTransactionFor, requireStaff, staffIdOf } from '../../platform/context.ts';
import { parseInput, requiredText } from '../../platform/input.ts';
import { newToken, tokenHash, VIEW_MINUTES } from '../../platform/sessions/index.ts';
import { endView as endStored, insertView } from './queries.ts';

const BeginView = z.object({ reason: requiredText(300).min(5) });

/**
 * Lets a clerk look at the pages of the firm of the context as its administrator sees them, for half an hour and only
 * to read. The reason is written down where the administrators of the firm read it.
 * @param input `reason`
 * @param staffSessionId the session of the clerk at the desk: with it the view ends
 * @returns the token for the cookie
 *
 * Refuses with `not-found` for anybody but a member of staff, `staff-role-required` without the role care, `invalid`.
 */
export async function beginView(
  ctx: CustomerCtx,
  staffSessionId: number,
  input: unknown,
): Promise<{ readonly token: string }> {
  requireStaff(ctx, 'care');
  const staffId = staffIdOf(ctx) ?? refuse({ code: 'not-found' });
  const { reason } = parseInput(BeginView, input);
  const token = newToken();
  await deskTransactionFor(ctx, async (tx) => {
    await insertView(tx, {
      customerId: ctx.customer.id,
      staffId,
      staffSessionId,
      staffName: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
      reason,
      tokenHash: tokenHash(token),
      begunAt: ctx.now,
      endsAt: ctx.now.add({ minutes: VIEW_MINUTES }),
    });
    await audit(tx, ctx, {
      action: 'customer-view.begin',
      object: ctx.customer.number,
      after: { reason },
    });
  });
  return { token };
}

/** Ends the view, once. The context is that of the view, on a database that can write. */
export async function endView(ctx: CustomerCtx, viewId: number): Promise<void> {
  await deskTransactionFor(ctx, async (tx) => {
    if (!(await endStored(tx, viewId, ctx.now))) return;
    await audit(tx, ctx, { action: 'customer-view.end', object: ctx.customer.number });
  });
}
