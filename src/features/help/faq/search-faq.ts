import type { Ctx } from '../../../platform/context.ts';
import { cleanText } from '../../../platform/input.ts';
import { type FaqEntry, publishedFaq, searchFaq } from './queries.ts';
import { searchExpression } from './search-expression.ts';

/** Nobody types more than that, and no expression should grow with what somebody sends. */
const LONGEST_SEARCH = 100;

/** The answers for the help page: all of them, or what fits the words; what holds only some of them is better than nothing. */
export async function readFaq(
  { db, language }: Pick<Ctx, 'db' | 'language'>,
  typed: string,
): Promise<{ readonly search: string; readonly entries: readonly FaqEntry[] }> {
  const search = cleanText(typed).slice(0, LONGEST_SEARCH);
  const [all, any] = [searchExpression(search, 'all'), searchExpression(search, 'any')];
  if (!all || !any) return { search, entries: search === '' ? await publishedFaq(db) : [] };
  const found = await searchFaq(db, language, all);
  return { search, entries: found.length > 0 ? found : await searchFaq(db, language, any) };
}
