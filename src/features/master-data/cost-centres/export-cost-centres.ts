import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { MOST_COST_CENTRES } from './add-cost-centre.ts';
import { listCostCentres } from './queries.ts';
import type { CostCentreQuery } from './schemas.ts';
import { words } from './words.ts';

/** The firm's cost centres that fit the query, as rows of a table that the import reads. Everybody may see them. */
export async function exportCostCentres(
  ctx: CustomerCtx,
  input: CostCentreQuery = { search: '', state: '', after: '' },
) {
  const { rows } = await transaction(ctx, (tx) =>
    listCostCentres(tx, { ...input, after: '' }, MOST_COST_CENTRES),
  );
  const t = words[ctx.language];
  return {
    header: [t.fields.code, t.fields.name, t.state],
    rows: rows.map(({ code, name, closedAt }) => [code, name, closedAt ? t.closed : t.open]),
  };
}
