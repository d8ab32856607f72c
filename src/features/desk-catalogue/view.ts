import { writePrefixList } from '../../domain/zones/index.ts';
import type { Formats, Language, Text } from '../../platform/i18n/index.ts';
import type { Tone } from '../../ui/index.ts';
import type { ChangeRow } from './changes/queries.ts';
import { subjectOf } from './changes/read-change.ts';
import { type Values, wordedValue } from './fields.ts';
import { roundHref, subjectHref } from './paths.ts';
import type { PricedRow } from './queries.ts';
import type { RoundRow } from './round-queries.ts';
import type { Subject } from './subject.ts';
import { writeWindowCode } from './window-code.ts';
import { words } from './words.ts';

/** How a page words things. */
export interface Wording {
  readonly language: Language;
  readonly formats: Formats;
}

export interface DifferenceRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

/** What is different, field by field, in words. */
export function differenceRows(
  subject: Subject,
  before: Values,
  after: Values,
  wording: Wording,
): DifferenceRow[] {
  return subject.fields
    .filter(({ name }) => (before[name] ?? null) !== (after[name] ?? null))
    .map((field) => ({
      label: field.label[wording.language],
      before: wordedValue(field, before[field.name], wording),
      after: wordedValue(field, after[field.name], wording),
    }));
}

export interface ChangeView {
  readonly id: number;
  readonly what: string;
  readonly href: string;
  readonly from: string;
  readonly by: string;
  readonly at: string;
  readonly changes: readonly string[];
  readonly state: 'planned' | 'applied' | 'withdrawn';
  readonly tone: Tone;
}

const TONES: Readonly<Record<ChangeView['state'], Tone>> = {
  planned: 'info',
  applied: 'ok',
  withdrawn: 'neutral',
};

/** A change for the history of a thing, and for the list of what is to come. */
export function changeView(row: ChangeRow, wording: Wording): ChangeView {
  const { language, formats } = wording;
  const subject = subjectOf(row.subject);
  const state = row.withdrawn_at ? 'withdrawn' : row.applied_at ? 'applied' : 'planned';
  return {
    id: row.id,
    what: `${subject.title[language]}: ${row.code}`,
    href: subjectHref(row.subject, row.code),
    from: formats.date(row.effective_on),
    by: row.planned_by,
    at: formats.dateTime(row.planned_at),
    changes: differenceRows(subject, row.before as Values, row.after as Values, wording).map(
      ({ label, before, after }) => `${label}: ${before} → ${after}`,
    ),
    state,
    tone: TONES[state],
  };
}

export interface PricedView {
  readonly code: string;
  readonly name: string;
  readonly price: string;
  readonly vat: string;
  readonly isActive: boolean;
}

/** A row of the overview. */
export function pricedView(row: PricedRow, { language, formats }: Wording): PricedView {
  const t = words[language];
  const untaxed = row.category === 'E' ? t.exempt : t.zero;
  return {
    code: row.code,
    name: row.name[language],
    price: row.unitPrice === null ? t.noPrice : formats.unitPrice(row.unitPrice),
    vat: row.category === 'S' ? formats.percent(row.rate ?? 0) : untaxed,
    isActive: row.isActive,
  };
}

export interface WindowView {
  readonly code: string;
  readonly weekday: string;
  readonly window: string;
  readonly places: string;
}

/** A window of a round. */
export function windowView(
  pool: string,
  row: {
    readonly weekday: number;
    readonly starts: Temporal.PlainTime;
    readonly ends: Temporal.PlainTime;
    readonly capacity: number;
  },
  { formats }: Wording,
): WindowView {
  const starts = row.starts.toString({ smallestUnit: 'minute' });
  return {
    code: writeWindowCode({ pool, weekday: row.weekday, starts }),
    weekday: formats.weekday(row.weekday),
    window: formats.window(row.starts, row.ends),
    places: formats.number(row.capacity),
  };
}

export interface RoundView {
  readonly pool: string;
  readonly href: string;
  readonly name: string;
  /** Empty: it does not go by zones. */
  readonly zone: string;
  readonly services: string;
  readonly windows: string;
  readonly places: string;
  readonly isPattern: boolean;
}

/** A round or a site. */
export function roundView(row: RoundRow, { language, formats }: Wording): RoundView {
  return {
    pool: row.pool,
    href: roundHref(row.pool),
    name: row.name[language],
    zone: row.zone?.[language] ?? (row.isPattern ? words[language].patternShort : ''),
    services: row.services.map((name) => name[language]).join(', '),
    windows: formats.number(row.windows),
    places: formats.number(row.places),
    isPattern: row.isPattern,
  };
}

export interface ZoneView {
  readonly code: string;
  readonly name: string;
  readonly postcodes: string;
}

/** A zone of the tours. */
export const zoneView = (
  row: { readonly code: string; readonly name: Text; readonly prefixes: readonly string[] },
  { language }: Wording,
): ZoneView => ({
  code: row.code,
  name: row.name[language],
  postcodes: writePrefixList(row.prefixes) || words[language].noPostcodes,
});
