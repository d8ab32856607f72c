import type { Carrier } from './carrier/carrier.ts';
import type { Ctx } from './context.ts';
import type { Database } from './db/database.ts';
import type { Jobs } from './jobs/jobs.ts';

/** What a job needs to act as the carrier. */
export interface JobCtxServices {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
}

/**
 * The carrier's own context, in which a job works: no customer, every right and role.
 * @param requestId by which the audit log names this run, for example `job 6f0e…`
 */
export function jobCtx({ db, jobs, carrier, clock }: JobCtxServices, requestId: string): Ctx {
  return {
    actor: { kind: 'carrier', name: carrier.name },
    customer: undefined,
    grants: { isAdmin: false, rights: [] },
    language: 'de',
    now: clock(),
    timeZone: carrier.timeZone,
    requestId,
    db,
    jobs,
  };
}
