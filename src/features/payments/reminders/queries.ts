import { query, type Transaction } from '../../../platform/db/database.ts';

/** Where a letter to the firm goes, and in which language. */
export async function letterFacts(tx: Transaction) {
  const address = await tx.first(
    query
      .selectFrom('address')
      .select(['recipient', 'street', 'postcode', 'city'])
      .where('is_default_billing', '=', true)
      .where('archived_at', 'is', null),
  );
  const contact = await tx.first(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select('p.language')
      .where('m.is_active', '=', true)
      .orderBy('m.is_main_contact', 'desc')
      .orderBy('p.id')
      .limit(1),
  );
  return { address, language: contact?.language ?? ('de' as const) };
}

/** The next number of a reminder; gaps do not matter. */
export async function nextReminderNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.sql<{ next: number }>("select nextval('reminder_number') as next");
  if (!row) throw new Error('no number');
  return row.next;
}
