import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { IDLE_MINUTES } from '../../platform/sessions/index.ts';
import { sweepExpired } from './jobs.ts';
import { deleteExpired } from './queries.ts';

/** Deletes sessions, trusted devices, one-time passwords, challenges and counters that have run out. */
export function maintenanceHandlers(services: {
  readonly db: Database;
  readonly clock: () => Temporal.Instant;
}): readonly JobHandler[] {
  return [handlerFor(sweepExpired, () => deleteExpired(services.db, services.clock(), IDLE_MINUTES))];
}
