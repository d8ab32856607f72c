import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import type { Mailer } from '../../platform/mail/mail.ts';

/** What the work outside of requests is done with. */
export interface JobServices {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
  /** Public address without a trailing slash. */
  readonly publicUrl: string;
}
