import { query, type Transaction } from '../../../platform/db/database.ts';

/** The language that letters to the firm are written in. */
export async function letterLanguage(tx: Transaction) {
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
  return contact?.language ?? ('de' as const);
}

/** The reminder that the firm was written on a day. */
export async function reminderOn(tx: Transaction, day: Temporal.PlainDate): Promise<string | undefined> {
  const row = await tx.first(
    query
      .selectFrom('document')
      .select('number')
      .where('kind', '=', 'reminder')
      .where('source', '=', 'own')
      .where('document_date', '=', day)
      .orderBy('id'),
  );
  return row?.number;
}

/** Makes reminders of the firm wait for each other until the transaction ends. */
export async function lockReminders(tx: Transaction, customerId: number): Promise<void> {
  await tx.sql("select pg_advisory_xact_lock(hashtextextended('reminder', $1))", [customerId]);
}

/** The next number of a reminder; gaps do not matter. */
export async function nextReminderNumber(tx: Transaction): Promise<number> {
  const [row] = await tx.sql<{ next: number }>("select nextval('reminder_number') as next");
  if (!row) throw new Error('no number');
  return row.next;
}
