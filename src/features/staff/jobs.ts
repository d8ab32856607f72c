import { defineJob } from '../../platform/jobs/jobs.ts';

/** Somebody gets a one-time password by mail: for a new account, or a forgotten password. */
export const staffInvited = defineJob<{ staffId: number }>('mail.staff-one-time-password');

/** Somebody has changed their second factor: a letter tells them, in case it was not they. `at` is an instant as text. */
export const staffFactorChanged = defineJob<{ staffId: number; what: 'app' | 'codes'; at: string }>(
  'mail.staff-second-factor',
);

export const staffJobs = [staffInvited, staffFactorChanged];
