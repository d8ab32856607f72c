/** The beginning of postcodes and whose they are; empty: all that nobody else has. */
export interface PostcodePrefix {
  readonly prefix: string;
  /** Code of a zone. */
  readonly zone: string;
}

/** The zone whose prefix of the postcode is the longest; undefined where none fits. */
export function longestPrefix(postcode: string, prefixes: readonly PostcodePrefix[]): string | undefined {
  let best: PostcodePrefix | undefined;
  for (const one of prefixes) {
    if (!postcode.startsWith(one.prefix)) continue;
    if (!best || one.prefix.length > best.prefix.length) best = one;
  }
  return best?.zone;
}
