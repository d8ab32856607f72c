import { sql } from 'kysely';
import { query, type Transaction } from '../../platform/db/database.ts';

/** Notes that a form was sent; false when the same form was sent before. Waits for one that is on its way. */
export async function insertSubmission(
  tx: Transaction,
  submission: { customer_id: number; key: string; body_hash: Buffer; created_at: Temporal.Instant },
): Promise<boolean> {
  const row = await tx.first(
    query
      .insertInto('submission')
      .values(submission)
      .onConflict((conflict) => conflict.columns(['customer_id', 'key']).doNothing())
      .returning('key'),
  );
  return row !== undefined;
}

/** What the first submission of the key said. */
export async function submissionHash(tx: Transaction, key: string): Promise<Buffer | undefined> {
  const row = await tx.first(query.selectFrom('submission').select('body_hash').where('key', '=', key));
  return row?.body_hash;
}

/** One entry of the audit log with the name of whoever did it, as long as they belong to the firm. */
export interface HistoryRow {
  readonly id: number;
  readonly at: Temporal.Instant;
  readonly action: string;
  /** `address/12` */
  readonly object: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly actorKind: string;
  readonly personName: string | null;
}

/** The newest entries about one thing (`address/12`) or all of a kind (`address/`). */
export async function auditOf(tx: Transaction, object: string, limit: number): Promise<HistoryRow[]> {
  // a range instead of LIKE: the index serves it also in a prepared statement
  const about = object.endsWith('/')
    ? sql<boolean>`a.object ~>=~ ${object} and a.object ~<~ ${`${object}\u{10ffff}`}`
    : sql<boolean>`a.object = ${object}`;
  const rows = await tx.all(
    query
      .selectFrom('audit_entry as a')
      .leftJoin('person as p', 'p.id', 'a.person_id')
      .select([
        'a.id',
        'a.at',
        'a.action',
        'a.object',
        'a.before',
        'a.after',
        'a.actor_kind as actorKind',
        'p.name as personName',
      ])
      .where(about)
      .orderBy('a.id', 'desc')
      .limit(limit),
  );
  return rows as HistoryRow[];
}
