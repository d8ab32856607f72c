import { todayOf } from '../domain/calendar/index.ts';
import { weekOf } from '../domain/weekly-report/index.ts';
import { insertVolumes, type NewVolume } from '../features/volumes/index.ts';
import { weeklyReportsDue } from '../features/weekly-reports/index.ts';
import type { Ctx } from '../platform/context.ts';
import { type Database, query } from '../platform/db/database.ts';
import { findFirm } from './queries.ts';
import { readSeed, SEEDS, VolumesSeed } from './seeds.ts';

/**
 * Writes down what the sample firms handed over in the last weeks and in the same weeks of last year, and lets the
 * reports about them be made; does nothing when there is a volume already.
 * @param ctx the carrier's, on the connection of the portal
 * @param owner reads whom and what the samples refer to
 */
export async function loadVolumes(ctx: Ctx, owner: Database): Promise<void> {
  if ((await owner.all(query.selectFrom('mail_volume').select('id').limit(1))).length > 0) return;
  const { weeks, firms } = await readSeed(SEEDS, 'volumes', VolumesSeed);
  const today = todayOf(ctx);
  const volumes: NewVolume[] = [];
  for (const firm of firms) {
    const known = await owner.transaction(undefined, (tx) => findFirm(tx, firm.customer));
    if (!known) continue;
    for (const [index, factor] of weeks.entries()) {
      const monday = weekOf(today).from.subtract({ weeks: weeks.length - index });
      // 52 weeks: the same days of the week
      for (const [from, share] of [
        [monday, factor],
        [monday.subtract({ weeks: 52 }), firm.lastYear],
      ] as const) {
        volumes.push(
          ...firm.days.map((day) => ({
            customerId: known.id,
            date: from.add({ days: day.weekday - 1 }),
            productCode: day.product,
            costCentreId: known.costCentreIds.get(day.costCentre),
            pieces: Math.max(1, Math.round(day.pieces * share)),
            weightGrams: Math.round(day.pieces * share) * day.grams,
            source: 'typed' as const,
            clerkName: 'Sortierzentrum',
            createdAt: ctx.now,
          })),
        );
      }
    }
  }
  await ctx.db.deskTransaction(async (tx) => {
    await insertVolumes(tx, volumes);
    await ctx.jobs.enqueue(tx, weeklyReportsDue, {});
  });
}
