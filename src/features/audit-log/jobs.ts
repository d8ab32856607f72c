import { defineJob } from '../../platform/jobs/jobs.ts';

/** Every minute: an entry is open to an intruder with the owner's rights until it is sealed. */
export const auditSealed = defineJob<object>('maintenance.seal-audit', { cron: '* * * * *' });

export const auditJobs = [auditSealed];
