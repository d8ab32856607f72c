import { sql } from 'kysely';
import { type Database, query } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

const entries = query
  .selectFrom('faq_entry')
  .select(['id', 'topic', 'question', 'answer'])
  .where('is_published', '=', true);

/** Everything that customers may read, in the order of the desk. */
export async function publishedFaq(db: Pick<Database, 'all'>) {
  return db.all(entries.orderBy('position').orderBy('id'));
}

export type FaqEntry = Awaited<ReturnType<typeof publishedFaq>>[number];

/**
 * What fits these words in one language, the best first; the last word may be the beginning of one.
 * @param expression of PostgreSQL's text search, see `searchExpression`
 */
export async function searchFaq(
  db: Pick<Database, 'all'>,
  language: Language,
  expression: string,
): Promise<FaqEntry[]> {
  const column = sql.ref(`search_${language}`);
  const wanted = sql`to_tsquery(${language === 'de' ? 'german' : 'english'}, ${expression})`;
  return db.all(
    entries
      .where(sql<boolean>`${column} @@ ${wanted}`)
      .orderBy(sql`ts_rank(${column}, ${wanted})`, 'desc')
      .orderBy('position'),
  );
}
