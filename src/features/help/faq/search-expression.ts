const MOST_WORDS = 8;

/**
 * What somebody typed as an expression of PostgreSQL's text search: only letters and digits of it come through, every
 * word may be the beginning of one. Undefined when nothing is left to search for.
 * @param how `all` words must be there, or `any` of them
 */
export function searchExpression(typed: string, how: 'all' | 'any'): string | undefined {
  const words = typed.match(/[\p{L}\p{N}]+/gu)?.slice(0, MOST_WORDS) ?? [];
  if (words.length === 0) return undefined;
  return words.map((word) => `${word}:*`).join(how === 'all' ? ' & ' : ' | ');
}
