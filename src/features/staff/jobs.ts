import { defineJob } from '../../platform/jobs/jobs.ts';

/** Somebody gets a one-time password by mail: for a new account, or a forgotten password. */
export const staffInvited = defineJob<{ staffId: number }>('mail.staff-one-time-password');

export const staffJobs = [staffInvited];
