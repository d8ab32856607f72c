import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changesBetween } from '../changes.ts';
import { Version } from '../schemas.ts';
import { findCostCentre, lockCostCentres, renameCostCentres } from './queries.ts';
import { CostCentreName } from './schemas.ts';

/**
 * Gives a cost centre another name. Orders keep the name that they were placed with.
 * @param input `id`, the `version` that the form showed, `name`
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `not-found` (also for another firm's), `stale`.
 */
export async function renameCostCentre(ctx: CustomerCtx, input: unknown): Promise<{ changed: boolean }> {
  requireRight(ctx, 'masterData.edit');
  const { id, version } = parseInput(Version, input);
  const { name } = parseInput(CostCentreName, input);
  return transaction(ctx, async (tx) => {
    await lockCostCentres(tx, ctx.customer.id);
    const current = await findCostCentre(tx, id);
    if (!current) refuse({ code: 'not-found' });
    const change = changesBetween({ name: current.name }, { name });
    if (!change) return { changed: false };
    if (current.version !== version) refuse({ code: 'stale' });
    await renameCostCentres(tx, [{ id, name }]);
    await audit(tx, ctx, { action: 'cost-centre.rename', object: `cost-centre/${id}`, ...change });
    return { changed: true };
  });
}
