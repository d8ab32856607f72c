const MOST = 600;

/**
 * Beginnings of postcodes as a clerk types them, each once and in order: "101, 102 10318". Undefined when something in
 * it is none, or there is nothing in it.
 */
export function readPrefixes(text: string): readonly string[] | undefined {
  const all = text.split(/[\s,;]+/).filter(Boolean);
  const isFine = all.length > 0 && all.length <= MOST && all.every((one) => /^\d{1,5}$/.test(one));
  return isFine ? [...new Set(all)].sort() : undefined;
}

/** The same the other way round. */
export const writePrefixes = (prefixes: readonly string[]): string => [...prefixes].sort().join(', ');
