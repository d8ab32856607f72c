import { defineJob } from '../../platform/jobs/jobs.ts';

/** Every night, when hardly anybody works. */
export const sweepExpired = defineJob<object>('maintenance.sweep-expired', { cron: '30 3 * * *' });

export const maintenanceJobs = [sweepExpired];
