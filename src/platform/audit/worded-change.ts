import type { Formats } from '../i18n/index.ts';
import { valueWords } from './value-words.ts';

/** A value of an entry in words; undefined: the entry does not hold it on this side. */
export interface WordedValue {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** What an entry of the audit log says about its thing, one value after the other, as people read it. */
export function wordedChange(
  entry: { readonly before: object | null; readonly after: object | null },
  formats: Formats,
): WordedValue[] {
  const [before, after] = [{ ...entry.before }, { ...entry.after }] as Record<string, unknown>[];
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  return [...names].map((name) => ({
    name: nameOf(name, formats),
    before: said(before?.[name], name, formats),
    after: said(after?.[name], name, formats),
  }));
}

/** `approveUntil` without words is "approve until". */
const nameOf = (name: string, { language }: Formats) =>
  valueWords[name]?.[language] ?? name.replaceAll(/\p{Lu}/gu, (letter) => ` ${letter.toLowerCase()}`);

/** Kept in cents. */
const CENTS = new Set(['aboveCents', 'amount', 'balance', 'feeCents', 'gross', 'net', 'sum']);

const NOTHING = '–';

function said(value: unknown, name: string, formats: Formats): string | undefined {
  if (value === undefined) return undefined;
  if (value === null || value === '') return NOTHING;
  if (Array.isArray(value)) return value.map((one) => said(one, name, formats)).join(', ') || NOTHING;
  switch (typeof value) {
    case 'boolean':
      return YES_OR_NO[formats.language][value ? 0 : 1];
    case 'number':
      return saidNumber(value, name, formats);
    case 'object':
      return Object.entries(value)
        .map(([inner, one]) => `${nameOf(inner, formats)} ${said(one, inner, formats)}`)
        .join(' · ');
    default:
      return saidText(String(value), formats);
  }
}

const YES_OR_NO = { de: ['ja', 'nein'], en: ['yes', 'no'] } as const;

function saidNumber(value: number, name: string, formats: Formats): string {
  if (CENTS.has(name)) return formats.money(value);
  if (name === 'unitPrice') return formats.unitPrice(value);
  if (name === 'weekdays') return formats.weekday(value);
  return formats.number(value);
}

/** Dates and times are stored in their own form. What people have typed may look like one and be none. */
function saidText(text: string, formats: Formats): string {
  const say = FORMS.find(([form]) => form.test(text))?.[1];
  try {
    return say ? say(text, formats) : text;
  } catch (error) {
    if (error instanceof RangeError) return text;
    throw error;
  }
}

const shortDate = (text: string, formats: Formats) => formats.shortDate(Temporal.PlainDate.from(text));
const time = (text: string, formats: Formats) => formats.time(Temporal.PlainTime.from(text));

const FORMS: readonly [RegExp, (text: string, formats: Formats) => string][] = [
  [/^\d{4}-\d\d-\d\dT[\d:.]+Z$/, (text, formats) => formats.dateTime(Temporal.Instant.from(text))],
  [/^\d{4}-\d\d-\d\d$/, shortDate],
  // the key of a time window
  [
    /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
    (text, formats) => `${shortDate(text.slice(0, 10), formats)}, ${time(text.slice(11), formats)}`,
  ],
  [/^\d\d:\d\d:\d\d$/, time],
];
