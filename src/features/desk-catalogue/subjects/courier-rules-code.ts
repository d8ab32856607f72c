/** There is one set of rules for all rides. */
export const COURIER_RULES_CODE = 'kurier';

/** Two zones in an address: codes hold letters, digits and underscores, so a hyphen parts them. */
export const zonePair = (one: string, other: string): string => [one, other].sort().join('-');

/** The zones of such a code; undefined for anything else, also for a pair in the other order. */
export function readZonePair(code: string): readonly [string, string] | undefined {
  const parts = /^([A-Z0-9_]{1,40})-([A-Z0-9_]{1,40})$/.exec(code);
  if (!parts?.[1] || !parts[2]) return undefined;
  return zonePair(parts[1], parts[2]) === code ? [parts[1], parts[2]] : undefined;
}
