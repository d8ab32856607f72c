import type { Logger } from 'pino';
import type { StaffRole } from '../domain/staff-roles.ts';
import type { Assets } from '../platform/assets/index.ts';
import type { Carrier } from '../platform/carrier/carrier.ts';
import type { Database } from '../platform/db/database.ts';
import type { Jobs } from '../platform/jobs/jobs.ts';
import type { Metrics } from '../platform/metrics/index.ts';
import type { PdfRenderer } from '../platform/pdf/index.ts';
import type { Tracing } from '../platform/tracing/index.ts';

/** What the program hands to its pages and jobs; made once at start by `main.ts` (or a test). */
export interface Services {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly assets: Assets;
  readonly carrier: Carrier;
  readonly pdf: PdfRenderer;
  readonly log: Logger;
  /** Taken once per request and job. Tests pass a clock that stands still. */
  readonly clock: () => Temporal.Instant;
  /** Signs form tokens and throttle keys. */
  readonly appKey: string;
  /** Public address without a trailing slash; undefined: whatever host the browser asked for. */
  readonly baseUrl: string | undefined;
  readonly proxyHops: number;
  /** Absent where nobody watches, as in tests. */
  readonly metrics?: Metrics | undefined;
  /** Absent where no collector is named. */
  readonly tracing?: Tracing | undefined;
  /** Lets Prometheus in at `/metrics`; undefined: there is no such address. */
  readonly metricsToken?: string | undefined;
  /** The demo carrier with its mailbox page; never with a database of one's own. */
  readonly isDemo: boolean;
  /** The one password of the demo logins, shown beside the sign-in form; undefined where there is no demo. */
  readonly demoPassword?: string | undefined;
  /** The clerks of the demo, and the secret of the app that nobody has; undefined where there is no demo. */
  readonly demoStaff?: DemoStaff | undefined;
}

/** What lets somebody in at the desk of the demo. */
export interface DemoStaff {
  readonly secret: string;
  readonly logins: readonly { readonly email: string; readonly role: StaffRole }[];
}
