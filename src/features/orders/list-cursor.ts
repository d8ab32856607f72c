import type { Cursor } from './queries.ts';

/** The place of an order in the list, as the address carries it: microseconds since 1970 and the id. */
export function writeCursor(order: { placedAt: Temporal.Instant; id: number }): string {
  return `${order.placedAt.epochNanoseconds / 1000n}-${order.id}`;
}

/** Reads it back; undefined for anything else, which shows the first page. */
export function readCursor(text: string | undefined, direction: Cursor['direction']): Cursor | undefined {
  const parts = /^(\d{1,17})-(\d{1,15})$/.exec(text ?? '');
  if (!parts?.[1] || !parts[2]) return undefined;
  return {
    placedAt: Temporal.Instant.fromEpochNanoseconds(BigInt(parts[1]) * 1000n),
    id: Number(parts[2]),
    direction,
  };
}
