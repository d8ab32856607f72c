import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { IDLE_MINUTES, STAFF_IDLE_MINUTES } from '../../platform/sessions/index.ts';
import { sweepExpired } from './jobs.ts';
import { deleteExpired, deleteExpiredOfStaff, deleteVisitorInquiries } from './queries.ts';

/**
 * Deletes sessions, trusted devices, one-time passwords, challenges and counters that have run out, and what visitors
 * asked once it has been closed for as long as the carrier keeps that.
 */
export function maintenanceHandlers(services: {
  readonly db: Database;
  readonly clock: () => Temporal.Instant;
}): readonly JobHandler[] {
  const { db, clock } = services;
  return [
    handlerFor(sweepExpired, async () => {
      await deleteExpired(db, clock(), IDLE_MINUTES);
      await deleteExpiredOfStaff(db, clock(), STAFF_IDLE_MINUTES);
      await deleteVisitorInquiries(db, clock());
    }),
  ];
}
