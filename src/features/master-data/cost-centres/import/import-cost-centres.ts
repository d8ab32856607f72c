import { z } from 'zod';
import { refuse } from '../../../../domain/refusal.ts';
import { auditAll } from '../../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../../platform/context.ts';
import { parseInput } from '../../../../platform/input.ts';
import { MOST_COST_CENTRES } from '../add-cost-centre.ts';
import { costCentresByCode, insertCostCentres, lockCostCentres, renameCostCentres } from '../queries.ts';
import { type CheckedRow, checkRows } from './check-rows.ts';

/** Larger tables are better sent in parts than mended on one page. */
export const MOST_ROWS = 2500;

/** Rows as typed: what is wrong with one of them does not keep the others out. */
export const ImportCostCentres = z.object({
  rows: z.array(z.object({ line: z.int().min(1), code: z.string(), name: z.string() })).max(MOST_ROWS),
});

export interface Imported {
  readonly added: number;
  readonly renamed: number;
  readonly same: number;
  /** What has to be mended before it can be imported. */
  readonly wrong: readonly CheckedRow[];
}

/**
 * Adds and renames cost centres after a table, by their codes: all rows that are right, in one transaction. What
 * is open or closed stays so, and what the table does not name stays as it is. The same table again changes nothing.
 * @param input see {@link ImportCostCentres}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `limit-reached`.
 */
export async function importCostCentres(ctx: CustomerCtx, input: unknown): Promise<Imported> {
  requireRight(ctx, 'masterData.edit');
  const { rows } = parseInput(ImportCostCentres, input);
  return transaction(ctx, async (tx) => {
    await lockCostCentres(tx, ctx.customer.id);
    const known = await costCentresByCode(tx);
    const checked = checkRows(rows, known);
    const added = checked.filter(({ outcome }) => outcome.kind === 'add');
    const renamed = checked.flatMap(({ name, outcome }) =>
      outcome.kind === 'rename' ? [{ id: outcome.id, name, from: outcome.from }] : [],
    );
    if (known.size + added.length > MOST_COST_CENTRES) {
      refuse({ code: 'limit-reached', limit: MOST_COST_CENTRES });
    }
    const ids = await insertCostCentres(
      tx,
      ctx.customer.id,
      added.map(({ code, name }) => ({ code, name })),
    );
    await renameCostCentres(tx, renamed);
    await auditAll(tx, ctx, [
      ...added.map(({ code, name }) => ({
        action: 'cost-centre.add' as const,
        object: `cost-centre/${ids.get(code)}`,
        after: { code, name },
      })),
      ...renamed.map(({ id, name, from }) => ({
        action: 'cost-centre.rename' as const,
        object: `cost-centre/${id}`,
        before: { name: from },
        after: { name },
      })),
    ]);
    return {
      added: added.length,
      renamed: renamed.length,
      same: checked.filter(({ outcome }) => outcome.kind === 'same').length,
      wrong: checked.filter(({ outcome }) => outcome.kind === 'wrong'),
    };
  });
}
