/** How people write the prefix that stands for all other postcodes. */
const REST = '*';

/** More prefixes than Germany has postcodes nobody needs. */
const MOST = 10_000;

/**
 * A list of postcodes and their beginnings as people type it, "101, 102, 10405", with `*` for all others. Sorted, each
 * once; undefined when something in it is neither.
 */
export function readPrefixList(typed: string): readonly string[] | undefined {
  const parts = typed.split(/[\s,;]+/).filter(Boolean);
  if (parts.length > MOST || !parts.every((part) => part === REST || /^\d{1,5}$/.test(part)))
    return undefined;
  return [...new Set(parts.map((part) => (part === REST ? '' : part)))].sort();
}

/** The same the other way round, in one spelling. */
export const writePrefixList = (prefixes: readonly string[]): string =>
  [...prefixes]
    .sort()
    .map((prefix) => prefix || REST)
    .join(', ');
