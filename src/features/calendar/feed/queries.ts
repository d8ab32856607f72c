import { type Database, query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

/** The acting person's own feed; the rest of the row nobody can read. */
export async function findFeed(tx: Transaction) {
  return tx.first(
    query
      .selectFrom('calendar_feed')
      .select(['seed', 'created_at as createdAt', 'last_read_at as lastReadAt']),
  );
}

export type StoredFeed = NonNullable<Awaited<ReturnType<typeof findFeed>>>;

export async function insertFeed(
  tx: Transaction,
  feed: { customerId: number; personId: number; tokenHash: Buffer; seed: Buffer; at: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query.insertInto('calendar_feed').values({
      customer_id: feed.customerId,
      person_id: feed.personId,
      token_hash: feed.tokenHash,
      seed: feed.seed,
      created_at: feed.at,
    }),
  );
}

/** Takes the acting person's feed away; false when there was none. */
export async function deleteFeed(tx: Transaction): Promise<boolean> {
  const gone = await tx.all(query.deleteFrom('calendar_feed').returning('person_id'));
  return gone.length > 0;
}

/** Makes the changes of one person's feed wait for each other until the transaction ends. */
export async function lockFeed(tx: Transaction, customerId: number, personId: number): Promise<void> {
  await tx.sql('select pg_advisory_xact_lock(hashtextextended($1, $2))', [`feed ${customerId}`, personId]);
}

/** For whom the calendar behind an address is; undefined: the address leads nowhere (any more). */
export async function ownerOfFeed(
  db: Pick<Database, 'sql'>,
  tokenHash: Buffer,
  at: Temporal.Instant,
): Promise<{ customer_id: number; language: Language } | undefined> {
  const [row] = await db.sql<{ customer_id: number; language: Language }>(
    'select customer_id, language from calendar_feed_for_token($1, $2)',
    [tokenHash, at],
  );
  return row;
}

export async function customerName(tx: Transaction, id: number): Promise<string> {
  const row = await tx.first(query.selectFrom('customer').select('name').where('id', '=', id));
  return row?.name ?? '';
}
