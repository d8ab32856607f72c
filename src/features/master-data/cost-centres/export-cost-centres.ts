import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { writeCsv } from '../../../platform/csv/index.ts';
import { MOST_COST_CENTRES } from './add-cost-centre.ts';
import { listCostCentres } from './queries.ts';
import { words } from './words.ts';

/** All cost centres of the firm as a table that can be changed and imported again. Everybody may see them. */
export async function exportCostCentres(ctx: CustomerCtx): Promise<string> {
  const everything = { search: '', state: '', after: '' } as const;
  const { rows } = await transaction(ctx, (tx) => listCostCentres(tx, everything, MOST_COST_CENTRES));
  const t = words[ctx.language];
  return writeCsv(
    [t.fields.code, t.fields.name, t.state],
    rows.map(({ code, name, closedAt }) => [code, name, closedAt ? t.closed : t.open]),
  );
}
