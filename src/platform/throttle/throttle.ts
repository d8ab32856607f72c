import { createHmac } from 'node:crypto';
import { refuse } from '../../domain/refusal.ts';
import type { Database } from '../db/database.ts';

/** At most `hits` attempts in `seconds`; counted in the database, so all processes count together. */
export interface Limit {
  readonly hits: number;
  readonly seconds: number;
}

/**
 * Counts one attempt and refuses with `too-many-attempts` past the limit. The key may be anything, also an
 * account that does not exist: the answer never tells. Only its keyed hash is stored.
 */
export async function countAttempt(
  db: Database,
  appKey: string,
  key: string,
  limit: Limit,
  now: Temporal.Instant,
): Promise<void> {
  const [row] = await db.sql<{ hits: number; wait: number }>(
    `insert into throttle as t (key, hits, reset_at) values ($1, 1, $2::timestamptz + make_interval(secs => $3))
     on conflict (key) do update set
       hits = case when t.reset_at <= $2::timestamptz then 1 else t.hits + 1 end,
       reset_at = case when t.reset_at <= $2::timestamptz then excluded.reset_at else t.reset_at end
     returning hits, ceil(extract(epoch from reset_at - $2::timestamptz))::int as wait`,
    [hashed(appKey, key), now, limit.seconds],
  );
  if (row && row.hits > limit.hits) refuse({ code: 'too-many-attempts', retryAfterSeconds: row.wait });
}

/** Forgets the attempts, after one succeeded. */
export async function forgetAttempts(db: Database, appKey: string, key: string): Promise<void> {
  await db.sql('delete from throttle where key = $1', [hashed(appKey, key)]);
}

/** Deletes counters that have run out. */
export async function sweepThrottle(db: Database, now: Temporal.Instant): Promise<void> {
  await db.sql('delete from throttle where reset_at < $1', [now]);
}

const hashed = (appKey: string, key: string) =>
  createHmac('sha256', appKey).update(`throttle:${key}`).digest('base64url');
