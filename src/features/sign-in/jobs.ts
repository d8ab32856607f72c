import { defineJob } from '../../platform/jobs/jobs.ts';

/** Somebody asked for a one-time password; whether the address is known is found out later, out of sight. */
export const sendOneTimePassword = defineJob<{ email: string; requestId: string }>('mail.one-time-password');

/** A person chose a new password. `at` is an instant as text. */
export const passwordChanged = defineJob<{ customerId: number; personId: number; at: string }>(
  'mail.password-changed',
);

export const signInJobs = [sendOneTimePassword, passwordChanged];
