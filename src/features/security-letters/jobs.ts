import { defineJob } from '../../platform/jobs/jobs.ts';

/** What changed in how somebody signs in. */
export type SecurityChange =
  | 'totp-set-up'
  | 'totp-removed'
  | 'codes-renewed'
  | 'code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'device-trusted'
  | 'factors-reset';

/** How a person signs in has changed: a letter tells them, in case it was not they. `at` is an instant as text. */
export const securityChanged = defineJob<{
  customerId: number;
  personId: number;
  what: SecurityChange;
  at: string;
}>('mail.security-changed');

export const securityJobs = [securityChanged];
