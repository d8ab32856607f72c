/** The place of a row in a list that is sorted by an instant and an id: microseconds since 1970 and the id. */
export function writePlace(at: Temporal.Instant, id: number): string {
  return `${at.epochNanoseconds / 1000n}-${id}`;
}

/** Reads it back; undefined for anything else, which shows the first page. */
export function readPlace(text: string | undefined): { lastAt: Temporal.Instant; id: number } | undefined {
  const parts = /^(\d{1,17})-(\d{1,15})$/.exec(text ?? '');
  if (!parts?.[1] || !parts[2]) return undefined;
  return {
    lastAt: Temporal.Instant.fromEpochNanoseconds(BigInt(parts[1]) * 1000n),
    id: Number(parts[2]),
  };
}
