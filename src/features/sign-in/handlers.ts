import type { JobHandler } from '../../platform/jobs/jobs.ts';
import type { LetterServices } from './letter-services.ts';
import { passwordChangedHandler } from './mail-password-changed.ts';
import { oneTimePasswordHandler } from './send-one-time-password.ts';

/** What to do for the jobs of this folder. */
export function signInHandlers(services: LetterServices): readonly JobHandler[] {
  return [oneTimePasswordHandler(services), passwordChangedHandler(services)];
}
