import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler, type Jobs } from '../../platform/jobs/jobs.ts';
import { applyDueChanges } from './changes/apply-due-changes.ts';
import { applyCatalogueChanges } from './jobs.ts';

/** Brings into force what was planned for a day that has come. */
export function catalogueHandlers(services: {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
}): readonly JobHandler[] {
  const { db, jobs, carrier, clock } = services;
  return [
    handlerFor(applyCatalogueChanges, async (_, id) => {
      await applyDueChanges({
        actor: { kind: 'carrier', name: carrier.name },
        customer: undefined,
        grants: { isAdmin: false, rights: [] },
        language: 'de',
        now: clock(),
        timeZone: carrier.timeZone,
        requestId: `job ${id}`,
        db,
        jobs,
      });
    }),
  ];
}
