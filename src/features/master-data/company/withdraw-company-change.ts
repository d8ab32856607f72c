import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { lockOpenRequest, withdrawRequest } from './queries.ts';

/**
 * Takes the firm's open request for another name back.
 *
 * Refuses with `forbidden` without `masterData.edit`, `not-found` when none waits (any more).
 */
export async function withdrawCompanyChange(ctx: CustomerCtx): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  await transaction(ctx, async (tx) => {
    const open = await lockOpenRequest(tx);
    if (!open) refuse({ code: 'not-found' });
    await withdrawRequest(tx, open.id, ctx.now);
    await audit(tx, ctx, {
      action: 'company.withdraw',
      object: 'company',
      before: { newName: open.new_name },
    });
  });
}
