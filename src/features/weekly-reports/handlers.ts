import { reportableWeeks, weekOf } from '../../domain/weekly-report/index.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Database } from '../../platform/db/database.ts';
import { jobCtx } from '../../platform/job-context.ts';
import { handlerFor, type JobHandler, type Jobs } from '../../platform/jobs/jobs.ts';
import { weeklyReport, weeklyReportsDue } from './jobs.ts';
import { makeWeeklyReport, type ReportServices } from './make-report.ts';
import { findReader, firmsWithoutReport } from './queries.ts';

/** After a downtime of so many weeks nobody misses the report of a week before. */
const WEEKS_BACK = 8;

interface Services extends ReportServices {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly clock: () => Temporal.Instant;
}

/** Finds out what is due, and makes it: one job for each firm and week, so that one that fails holds nobody up. */
export function weeklyReportHandlers(services: Services): readonly JobHandler[] {
  const { db, jobs, clock, carrier } = services;
  return [
    handlerFor(weeklyReportsDue, async () => {
      for (const week of reportableWeeks(clock(), carrier.timeZone, WEEKS_BACK)) {
        await db.deskTransaction(async (tx) => {
          for (const customerId of await firmsWithoutReport(tx, week)) {
            await jobs.enqueue(tx, weeklyReport, { customerId, monday: week.from.toString() });
          }
        });
      }
    }),
    handlerFor(weeklyReport, async ({ customerId, monday }, id) => {
      const reader = await db.transaction(customerId, findReader);
      if (!reader) return;
      const ctx: CustomerCtx = {
        ...jobCtx(services, `job ${id}`),
        customer: { id: reader.id, number: reader.number, name: reader.name },
      };
      await makeWeeklyReport(ctx, services, weekOf(Temporal.PlainDate.from(monday)));
    }),
  ];
}
