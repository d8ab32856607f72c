import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { endSession } from '../../platform/sessions/index.ts';

/** Ends the session behind the token; other sessions of the same login go on. */
export async function signOut(ctx: CustomerCtx, token: string): Promise<void> {
  await transaction(ctx, async (tx) => {
    await endSession(tx, token);
    await audit(tx, ctx, { action: 'person.sign-out', object: ctx.customer.number });
  });
}
