import { parseCustomerNumber } from '../customer-number.ts';
import type { FieldProblem } from '../refusal.ts';

/** What is said of a volume, in the order in which people type it. */
export const VOLUME_FIELDS = ['customer', 'date', 'product', 'costCentre', 'pieces', 'weight'] as const;

export type VolumeField = (typeof VOLUME_FIELDS)[number];

/** A volume as typed, or as it stands in the file of a sorting machine. */
export type TypedVolume = Readonly<Record<VolumeField, string>>;

/** What a firm handed over on a day: so many pieces of a mail product, with their weight together. */
export interface Volume {
  readonly customerId: number;
  readonly date: Temporal.PlainDate;
  readonly productCode: string;
  readonly costCentreId: number | undefined;
  readonly pieces: number;
  readonly weightGrams: number;
}

/** What the names in a volume stand for; undefined for a name that nobody has. */
export interface KnownNames {
  customer(number: string): number | undefined;
  product(name: string): string | undefined;
  costCentre(customerId: number, code: string): number | undefined;
}

/** A day's work of the largest machine, and its weight in grams. */
const MOST_PIECES = 1_000_000;
const MOST_GRAMS = 100_000_000;
/** Older ones are in closed books: then it is a wrong year. */
const OLDEST_DAYS = 400;

/**
 * Reads a volume: every name is known, the day is past or today, pieces and grams are whole numbers. A weight that is
 * left empty was not taken.
 * @param today the carrier's calendar day
 * @returns the volume, or every field that is wrong with the first thing that is wrong with it
 */
export function readVolume(
  typed: TypedVolume,
  known: KnownNames,
  today: Temporal.PlainDate,
): { readonly volume: Volume } | { readonly problems: readonly FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const say = (field: VolumeField, problem: FieldProblem['problem'], limit?: number): undefined => {
    problems.push({ field, problem, ...(limit === undefined ? {} : { limit }) });
  };
  const text = (field: VolumeField) => typed[field].trim();

  const customerId = customerOf(text('customer'), known, say);
  const date = dateOf(text('date'), today, say);
  const productCode = text('product')
    ? (known.product(text('product')) ?? say('product', 'unknown-product'))
    : say('product', 'required');
  const code = text('costCentre');
  const costCentreId =
    code && customerId !== undefined
      ? (known.costCentre(customerId, code) ?? say('costCentre', 'unknown-cost-centre'))
      : undefined;
  const pieces = numberOf('pieces', text('pieces'), [1, MOST_PIECES], say);
  const weightGrams = numberOf('weight', text('weight') || '0', [0, MOST_GRAMS], say);

  if (
    problems.length > 0 ||
    customerId === undefined ||
    date === undefined ||
    productCode === undefined ||
    pieces === undefined ||
    weightGrams === undefined
  ) {
    return { problems };
  }
  return { volume: { customerId, date, productCode, costCentreId, pieces, weightGrams } };
}

type Say = (field: VolumeField, problem: FieldProblem['problem'], limit?: number) => undefined;

function customerOf(typed: string, known: KnownNames, say: Say): number | undefined {
  if (!typed) return say('customer', 'required');
  const number = parseCustomerNumber(typed);
  if (!number) return say('customer', 'not-a-customer-number');
  return known.customer(number) ?? say('customer', 'unknown-customer');
}

function dateOf(typed: string, today: Temporal.PlainDate, say: Say): Temporal.PlainDate | undefined {
  if (!typed) return say('date', 'required');
  const date = parseDate(typed);
  if (!date) return say('date', 'not-a-date');
  if (Temporal.PlainDate.compare(date, today) > 0) return say('date', 'in-the-future');
  const oldest = today.subtract({ days: OLDEST_DAYS });
  return Temporal.PlainDate.compare(date, oldest) < 0 ? say('date', 'too-long-ago', OLDEST_DAYS) : date;
}

/** `2026-11-30` as machines write it, `30.11.2026` as people do. */
function parseDate(typed: string): Temporal.PlainDate | undefined {
  const german = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(typed);
  const iso = german
    ? `${german[3]}-${german[2]?.padStart(2, '0')}-${german[1]?.padStart(2, '0')}`
    : (/^\d{4}-\d{2}-\d{2}$/.exec(typed)?.[0] ?? '');
  try {
    return iso ? Temporal.PlainDate.from(iso) : undefined;
  } catch {
    return undefined; // 30.02.2026 has the form of a date and is none
  }
}

/** Digits and nothing else: in "1.250" nobody knows whether the point divides thousands. */
function numberOf(
  field: VolumeField,
  typed: string,
  [least, most]: readonly [number, number],
  say: Say,
): number | undefined {
  if (!typed) return say(field, 'required');
  if (!/^\d{1,12}$/.test(typed)) return say(field, 'not-a-number');
  const number = Number(typed);
  if (number < least) return say(field, 'too-small', least);
  return number > most ? say(field, 'too-large', most) : number;
}
