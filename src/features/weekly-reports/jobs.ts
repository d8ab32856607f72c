import { defineJob } from '../../platform/jobs/jobs.ts';

/**
 * Looks every hour which reports are due. The first look that finds one is that of Monday, 06:00; after a downtime it
 * is whichever comes next.
 */
export const weeklyReportsDue = defineJob('reports.weekly-due', { cron: '0 * * * *' });

/** Makes the report of a firm for the week that begins on `monday`. */
export const weeklyReport = defineJob<{ customerId: number; monday: string }>('reports.weekly');

export const weeklyReportJobs = [weeklyReportsDue, weeklyReport];
