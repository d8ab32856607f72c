import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { IDLE_MINUTES, STAFF_IDLE_MINUTES } from '../../platform/sessions/index.ts';
import { sweepExpired } from './jobs.ts';
import { deleteExpired, deleteExpiredOfStaff } from './queries.ts';

/** Deletes sessions, trusted devices, one-time passwords, challenges and counters that have run out. */
export function maintenanceHandlers(services: {
  readonly db: Database;
  readonly clock: () => Temporal.Instant;
}): readonly JobHandler[] {
  const { db, clock } = services;
  return [
    handlerFor(sweepExpired, async () => {
      await deleteExpired(db, clock(), IDLE_MINUTES);
      await deleteExpiredOfStaff(db, clock(), STAFF_IDLE_MINUTES);
    }),
  ];
}
