const MOST_WORDS = 8;

/**
 * What somebody typed as an expression of PostgreSQL's text search: only letters and digits of it come through, every
 * word may be the beginning of one. Undefined when nothing is left to search for.
 * @param how `all` words must be there, or `any` of them
 */
export function searchExpression(typed: string, how: 'all' | 'any'): string | undefined {
  const words = typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS) ?? [];
  if (words.length === 0) return undefined;
  return words.map(anyForm).join(how === 'all' ? ' & ' : ' | ');
}

const LONG_WORD = 8;

/** A long word counts without its ending, too: the stems of "stornierte" and "stornieren" differ. */
function anyForm(word: string): string {
  return word.length < LONG_WORD ? `${word}:*` : `(${word}:* | ${word.slice(0, -3)}:*)`;
}
