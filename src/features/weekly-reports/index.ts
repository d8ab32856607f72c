export { weeklyReportHandlers } from './handlers.ts';
export { weeklyReportJobs, weeklyReportsDue } from './jobs.ts';
export { makeWeeklyReport } from './make-report.ts';
