import pg from 'pg';

const INT8 = 20;
const DATE = 1082;
const TIME = 1083;
const TIMESTAMPTZ = 1184;

const MOST_REMEMBERED = 1000;

const parsers: Record<number, (text: string) => unknown> = {
  // ids and cents stay far below 2^53; a value beyond it must not be rounded in silence
  [INT8]: (text) => {
    const value = Number(text);
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`);
    return value;
  },
  [DATE]: remembering((text) => Temporal.PlainDate.from(text)),
  [TIME]: remembering((text) => Temporal.PlainTime.from(text)),
  [TIMESTAMPTZ]: (text) => Temporal.Instant.from(text.replace(' ', 'T')),
};

/** Dates and times of day repeat from row to row; the values never change, so rows may share them. */
function remembering<Value>(parse: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const value = parse(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, value);
    return value;
  };
}

/** Dates and times arrive as Temporal values, 64-bit integers as numbers. */
export const valueTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** Temporal values travel as ISO text; everything else as the driver sends it. */
export function toParameter(value: unknown): unknown {
  if (
    value instanceof Temporal.Instant ||
    value instanceof Temporal.PlainDate ||
    value instanceof Temporal.PlainTime
  ) {
    return value.toString();
  }
  return value;
}
