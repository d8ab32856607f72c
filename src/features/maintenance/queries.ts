import type { Database } from '../../platform/db/database.ts';

export async function deleteExpired(db: Database, at: Temporal.Instant, idleMinutes: number): Promise<void> {
  await db.sql('select sweep_expired($1, make_interval(mins => $2))', [at, idleMinutes]);
}

/** The same for what belongs to staff. */
export async function deleteExpiredOfStaff(
  db: Database,
  at: Temporal.Instant,
  idleMinutes: number,
): Promise<void> {
  await db.sql('select sweep_expired_staff($1, make_interval(mins => $2))', [at, idleMinutes]);
}

/** Deletes what visitors asked, some months after it was closed. */
export async function deleteVisitorInquiries(db: Database, at: Temporal.Instant): Promise<void> {
  await db.sql('select sweep_visitor_inquiries($1)', [at]);
}
