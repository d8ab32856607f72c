import { defineJob } from '../../platform/jobs/jobs.ts';

/** Hands what is new to the mail queue. */
export const queueNotices = defineJob<object>('notices.queue', { cron: '* * * * *' });

/** Reminds of deadlines that come within the next day, and forgets what is old. */
export const remindOfDeadlines = defineJob<object>('notices.remind', { cron: '5 * * * *' });

/** One letter about everything that is new to one person. */
export const noticeLetter = defineJob<{ customerId: number; personId: number; ids: number[] }>(
  'mail.notices',
);

export const noticeJobs = [queueNotices, remindOfDeadlines, noticeLetter];
