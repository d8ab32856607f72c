import { type Oddity, odditiesOf } from '../../../domain/invoicing/index.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { type Candidate, candidates, candidateTotals } from './queries.ts';

/** What a run over a month would do: sums over all firms, and one page of the firms. */
export interface Preview {
  readonly firms: number;
  readonly net: number;
  /** Firms that get no invoice as long as mail of theirs has no price. */
  readonly unpriced: number;
  readonly rows: readonly (Candidate & { readonly oddities: readonly Oddity[] })[];
  readonly page: number;
  readonly pages: number;
}

const PER_PAGE = 100;

/**
 * Shows what could be charged up to the end of a month, the odd firms first.
 * Refuses with `not-found` for anybody but staff, `staff-role-required` without the role `billing`.
 */
export async function previewMonth(
  ctx: Ctx,
  { month, page }: { readonly month: Temporal.PlainDate; readonly page: number },
): Promise<Preview> {
  requireStaff(ctx, 'billing');
  const upTo = month.add({ months: 1 }).subtract({ days: 1 });
  return deskTransaction(ctx, async (tx) => {
    const totals = await candidateTotals(tx, upTo);
    const pages = Math.max(1, Math.ceil(totals.firms / PER_PAGE));
    const shown = Math.min(page, pages);
    const rows = await candidates(tx, upTo, { limit: PER_PAGE, offset: (shown - 1) * PER_PAGE });
    return {
      ...totals,
      rows: rows.map((row) => ({ ...row, oddities: odditiesOf(row, month) })),
      page: shown,
      pages,
    };
  });
}
