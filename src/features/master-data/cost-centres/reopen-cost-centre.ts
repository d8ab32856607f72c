import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { RowId } from '../schemas.ts';
import { findCostCentre, lockCostCentres, setClosedAt } from './queries.ts';

/**
 * Opens a closed cost centre again; opening an open one changes nothing.
 * @param input `id`
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `not-found` (also for another firm's).
 */
export async function reopenCostCentre(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const { id } = parseInput(RowId, input);
  await transaction(ctx, async (tx) => {
    await lockCostCentres(tx, ctx.customer.id);
    const current = await findCostCentre(tx, id);
    if (!current) refuse({ code: 'not-found' });
    if (!current.closedAt) return;
    await setClosedAt(tx, id, null);
    await audit(tx, ctx, {
      action: 'cost-centre.reopen',
      object: `cost-centre/${id}`,
      before: { isOpen: false },
      after: { isOpen: true },
    });
  });
}
