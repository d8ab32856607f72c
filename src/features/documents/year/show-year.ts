import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { chargedIn, totalsOf, volumesIn, yearsWithFigures } from './queries.ts';

/**
 * The figures of a calendar year. Refuses with `forbidden` without `documents.view`.
 * @param wanted undefined or a year without any figures: the latest that has some
 */
export async function showYear(ctx: CustomerCtx, wanted: number | undefined) {
  requireRight(ctx, 'documents.view');
  return transaction(ctx, async (tx) => {
    const years = await yearsWithFigures(tx);
    const thisYear = ctx.now.toZonedDateTimeISO(ctx.timeZone).year;
    const year = years.find((one) => one === wanted) ?? years[0] ?? thisYear;
    const from = Temporal.PlainDate.from({ year, month: 1, day: 1 });
    const span = { from, to: from.add({ years: 1 }).subtract({ days: 1 }) };
    return {
      year,
      years,
      totals: await totalsOf(tx, span),
      charged: await chargedIn(tx, span),
      volumes: await volumesIn(tx, span),
    };
  });
}
export type YearFigures = Awaited<ReturnType<typeof showYear>>;
