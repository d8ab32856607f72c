import { query, type Transaction } from '../../platform/db/database.ts';
import type { FaqEntry } from './schemas.ts';

const columns = [
  'id',
  'topic',
  'position',
  'question',
  'answer',
  'keywords',
  'is_published as isPublished',
  'version',
  'updated_at as updatedAt',
] as const;

/** All answers, also those that customers do not see, in their order. */
export async function allEntries(tx: Transaction) {
  return tx.all(query.selectFrom('faq_entry').select(columns).orderBy('position').orderBy('id'));
}

export type StoredEntry = Awaited<ReturnType<typeof allEntries>>[number];

export async function findEntry(tx: Transaction, id: number): Promise<StoredEntry | undefined> {
  return tx.first(query.selectFrom('faq_entry').select(columns).where('id', '=', id));
}

/** The same, locked until the transaction ends. */
export async function lockEntry(tx: Transaction, id: number): Promise<StoredEntry | undefined> {
  return tx.first(query.selectFrom('faq_entry').select(columns).where('id', '=', id).forUpdate());
}

const valuesOf = (entry: FaqEntry, at: Temporal.Instant) => ({
  topic: entry.topic,
  position: entry.position,
  question: JSON.stringify({ de: entry.questionDe, en: entry.questionEn }),
  answer: JSON.stringify({ de: entry.answerDe, en: entry.answerEn }),
  keywords: JSON.stringify({ de: entry.keywordsDe, en: entry.keywordsEn }),
  is_published: entry.published === '1',
  updated_at: at,
});

export async function insertEntry(tx: Transaction, entry: FaqEntry, at: Temporal.Instant): Promise<number> {
  const row = await tx.first(query.insertInto('faq_entry').values(valuesOf(entry, at)).returning('id'));
  if (!row) throw new Error('insert returned no entry');
  return row.id;
}

export async function updateEntry(
  tx: Transaction,
  id: number,
  entry: FaqEntry,
  at: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query
      .updateTable('faq_entry')
      .set((eb) => ({ ...valuesOf(entry, at), version: eb('version', '+', 1) }))
      .where('id', '=', id),
  );
}
