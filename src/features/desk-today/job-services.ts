import type { JobCtxServices } from '../../platform/job-context.ts';
import type { Mailer } from '../../platform/mail/mail.ts';

/** What the work outside of requests is done with. */
export interface JobServices extends JobCtxServices {
  readonly mailer: Mailer;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}
