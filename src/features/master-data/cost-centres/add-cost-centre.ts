import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { Submission } from '../schemas.ts';
import { sentBefore } from '../sent-before.ts';
import { costCentresByCode, insertCostCentres, lockCostCentres } from './queries.ts';
import { CostCentreValues } from './schemas.ts';

/** As many as fit into a list that somebody can still choose from. */
export const MOST_COST_CENTRES = 5000;

/**
 * Adds a cost centre. A resend of the same form adds nothing.
 * @param input the key of the form and {@link CostCentreValues}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid` (also for a code that is taken, by a closed one
 * too), `limit-reached`, `key-reused`.
 */
export async function addCostCentre(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const { key } = parseInput(Submission, input);
  const values = parseInput(CostCentreValues, input);
  await transaction(ctx, async (tx) => {
    await lockCostCentres(tx, ctx.customer.id);
    if (await sentBefore(tx, ctx, key, { verb: 'cost-centre.add', values })) return;
    const known = await costCentresByCode(tx);
    if (known.has(values.code)) refuse({ code: 'invalid', fields: [{ field: 'code', problem: 'taken' }] });
    if (known.size >= MOST_COST_CENTRES) refuse({ code: 'limit-reached', limit: MOST_COST_CENTRES });
    const ids = await insertCostCentres(tx, ctx.customer.id, [values]);
    await audit(tx, ctx, {
      action: 'cost-centre.add',
      object: `cost-centre/${ids.get(values.code)}`,
      after: values,
    });
  });
}
