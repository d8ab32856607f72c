import { z } from 'zod';
import type { Formats, Language, Text } from '../../platform/i18n/index.ts';
import { requiredText, text, wholeNumber } from '../../platform/input.ts';
import { decimalPlaces } from './decimal.ts';
import { hoursText } from './hours-text.ts';
import { prefixesText } from './prefixes-text.ts';
import { words } from './words.ts';

/** One field of something in the catalogue: its form, its check and its words all come from here. */
export type FieldSpec = {
  readonly name: string;
  readonly label: Text;
  readonly hint?: Text;
} & (
  | { readonly kind: 'text'; readonly max: number; readonly optional?: true; readonly rows?: number }
  | { readonly kind: 'number'; readonly min: number; readonly max: number; readonly optional?: true }
  /** Euros with up to four places; kept in hundredths of a cent. */
  | { readonly kind: 'price' }
  /** Per cent with up to two places; kept in basis points. */
  | { readonly kind: 'percent' }
  /** Wall time of the carrier, HH:MM. */
  | { readonly kind: 'time' }
  /** Spans of one day as "08:00–12:00, 13:00–18:00"; empty is closed. */
  | { readonly kind: 'hours' }
  /** Postcodes and their beginnings as "101, 10405", `*` for all others; empty is none. */
  | { readonly kind: 'prefixes' }
  | { readonly kind: 'choice'; readonly options: Readonly<Record<string, Text>> }
  | { readonly kind: 'tick' }
);

export type Value = string | number | boolean | null;
/** What a thing of the catalogue is, by the names of its fields. It is stored as JSON. */
export type Values = Readonly<Record<string, Value>>;

/** The most that is asked for one piece, in hundredths of a cent: 10,000 euros. */
const HIGHEST_PRICE = 100_000_000;

/** The schema that a form of these fields is checked against. */
export function schemaOf(fields: readonly FieldSpec[]): z.ZodType<Values> {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field)])));
}

function fieldSchema(field: FieldSpec): z.ZodType<Value> {
  switch (field.kind) {
    case 'text':
      return field.optional ? text(field.max).default('') : requiredText(field.max);
    case 'number':
      return field.optional ? optionalNumber(field.min, field.max) : wholeNumber(field.min, field.max);
    case 'price':
      return decimalPlaces(4, HIGHEST_PRICE);
    case 'percent':
      return decimalPlaces(2, 10_000);
    case 'time':
      return z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
    case 'hours':
      return hoursText;
    case 'prefixes':
      return prefixesText;
    case 'choice':
      return z.enum(Object.keys(field.options));
    case 'tick':
      // an unticked box is not sent
      return z
        .union([z.literal('on'), z.literal('')])
        .optional()
        .transform((sent) => sent === 'on');
  }
}

const optionalNumber = (min: number, max: number) =>
  z
    .union([z.literal('').transform(() => null), wholeNumber(min, max)])
    .optional()
    .default(null);

/** What a form shows for a value, in the shape in which it is typed: with a comma in German, with a point in English. */
export function typedValue(field: FieldSpec, value: Value | undefined, language: Language): string {
  if (value === null || value === undefined) return '';
  const decimal = (typed: string) => (language === 'de' ? typed.replace('.', ',') : typed);
  if (field.kind === 'price') return decimal((Number(value) / 10_000).toFixed(4).replace(/0{1,2}$/, ''));
  if (field.kind === 'percent') return decimal((Number(value) / 100).toFixed(2).replace(/\.?0+$/, ''));
  if (field.kind === 'tick') return value ? 'on' : '';
  return String(value);
}

/** The value in words: for the check page and the history. */
export function wordedValue(
  field: FieldSpec,
  value: Value | undefined,
  { language, formats }: { language: Language; formats: Formats },
): string {
  const t = words[language];
  if (field.kind === 'hours' && value === '') return t.closed;
  if (value === undefined || value === null || value === '') return t.nothing;
  if (field.kind === 'price') return formats.unitPrice(Number(value));
  if (field.kind === 'percent') return formats.percent(Number(value));
  if (field.kind === 'tick') return value ? t.yes : t.no;
  if (field.kind === 'choice') return field.options[String(value)]?.[language] ?? String(value);
  if (field.kind === 'number') return formats.number(Number(value));
  return String(value);
}
