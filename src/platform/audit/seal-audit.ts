import type { Database } from '../db/database.ts';

/** In entries: what one statement hashes in a fraction of a second. */
const MOST = 5000;

/** Seals every entry that is not sealed yet; says how many those were. */
export async function sealAudit(db: Database, now: Temporal.Instant): Promise<number> {
  let sealed = 0;
  for (;;) {
    // a transaction each: whoever waits for the lock waits for one seal
    const [row] = await db.sql<{ entries: number }>('select seal_audit($1, $2) as entries', [now, MOST]);
    const entries = row?.entries ?? 0;
    sealed += entries;
    if (entries < MOST) return sealed;
  }
}

/** The last seal, whose hash stands for everything that was sealed so far. */
export async function auditHead(db: Database): Promise<{ id: number; hash: string } | undefined> {
  const [row] = await db.sql<{ id: number; hash: string }>(
    "select id, encode(hash, 'hex') as hash from audit_seal order by id desc limit 1",
  );
  return row;
}
