import type { FailReason } from '../../domain/orders/index.ts';
import {
  type Finding,
  reportDate,
  sameWeekLastYear,
  unusual,
  weekBefore,
} from '../../domain/weekly-report/index.ts';
import type { Carrier } from '../../platform/carrier/carrier.ts';
import { type Formats, formatsFor, type Language } from '../../platform/i18n/index.ts';
import { type PdfDocument, printable } from '../../platform/pdf/index.ts';
import { REASON_NAMES } from '../desk-today/index.ts';
import type { Reader } from './queries.ts';
import type { DayLine, ServiceFigures, Sums, WeekFigures } from './week-figures.ts';
import { words } from './words.ts';

/** What a report is made of besides its figures. */
export interface ReportHead {
  readonly number: string;
  readonly reader: Pick<Reader, 'number' | 'name' | 'recipient'>;
  readonly language: Language;
  /** When it is made. */
  readonly now: Temporal.Instant;
}

/** The report as a letter: PDF/A-2a, tagged, in the carrier's colours. */
export function reportDocument(figures: WeekFigures, head: ReportHead, carrier: Carrier): PdfDocument {
  const { language, reader, number, now } = head;
  const t = words[language];
  const formats = formatsFor(language, carrier.timeZone);
  const { week } = figures;
  const day = reportDate(week);
  const title = t.title(week);
  return {
    template: 'weekly-report',
    standard: 'a-2a',
    at: now,
    data: printed({
      document: {
        language,
        region: language === 'de' ? 'DE' : 'GB',
        title: `${title} ${reader.number}`,
        author: carrier.legalName,
        date: [day.year, day.month, day.day],
      },
      head: { name: carrier.name, accent: carrier.accentColour, logo: carrier.logo ?? null },
      sender: `${carrier.legalName} · ${carrier.street} · ${carrier.postcode} ${carrier.city}`,
      recipient: reader.recipient ?? [reader.name],
      facts: [
        [t.customerNumber, reader.number],
        [t.number, number],
        [t.period, t.range({ from: formats.shortDate(week.from), to: formats.shortDate(week.to) })],
        [t.date, formats.shortDate(day)],
      ],
      foot: [
        [carrier.legalName, carrier.street, `${carrier.postcode} ${carrier.city}`],
        [`${t.phone} ${carrier.phone}`, carrier.email],
        [carrier.register, carrier.representatives, `${t.vatId} ${carrier.vatId}`],
      ],
      pageOf: t.pageOf,
      running: [`${title} · ${reader.number} · ${reader.name}`, formats.shortDate(day)],
      heading: title,
      intro: introOf(figures.sums, formats),
      unusual: {
        title: t.unusual,
        sentences: unusual(figures.facts).map((finding) => sentence(finding, figures, language)),
      },
      compare: compareView(figures, formats),
      days: daysView(figures, formats),
      services: servicesView(figures, language, formats),
      failures: failuresView(figures, formats),
      corrections: correctionsView(figures, formats),
      consumables: {
        title: t.consumables,
        columns: [t.article, t.quantity],
        rows: figures.consumables.map(({ name, unit, quantity }) => [
          name[language],
          `${formats.number(quantity)} ${unit[language]}`,
        ]),
      },
      note: t.note,
    }),
  };
}

/** The weight as people say it; several posts are not weighed at all. */
export function weightText(grams: number, formats: Formats): string {
  const t = words[formats.language];
  return grams === 0
    ? t.notWeighed
    : t.kilograms({ kilograms: formats.number(Math.round(grams / 10) / 100) });
}

function introOf({ pieces, grams, net }: Sums, formats: Formats): string {
  const t = words[formats.language];
  if (pieces === 0) return t.introNothing;
  return t.intro({
    pieces,
    weight: grams === 0 ? '' : weightText(grams, formats),
    net: formats.money(net),
  });
}

/** A finding in a plain sentence. */
export function sentence(
  finding: Finding,
  { productNames }: Pick<WeekFigures, 'productNames'>,
  language: Language,
): string {
  const t = words[language];
  switch (finding.kind) {
    case 'missed-pickups':
      return t.missed(finding);
    case 'pieces':
      return t.pieces(finding);
    case 'product-gone':
      return t.productGone({
        product: productNames.get(finding.productCode)?.[language] ?? finding.productCode,
      });
  }
}

function compareView({ week, sums, previous, lastYear }: WeekFigures, formats: Formats) {
  const t = words[formats.language];
  const row = (title: string, write: (of: Sums) => string) => [
    title,
    ...[sums, previous, lastYear].map((one) => (one.pieces === 0 ? '–' : write(one))),
  ];
  return {
    title: t.compare,
    columns: ['', t.thisWeek, t.previous(weekBefore(week)), t.lastYear(sameWeekLastYear(week))],
    rows: [
      row(t.items, ({ pieces }) => formats.number(pieces)),
      row(t.weight, ({ grams }) => weightText(grams, formats)),
      row(t.net, ({ net }) => formats.money(net)),
    ],
  };
}

function daysView({ lines, sums }: WeekFigures, formats: Formats) {
  const t = words[formats.language];
  const cells = (of: Sums) => [
    formats.number(of.pieces),
    weightText(of.grams, formats),
    formats.money(of.net),
  ];
  const days = Map.groupBy(lines, ({ date }) => date.toString());
  return {
    title: t.perDay,
    columns: [t.product, t.items, t.weight, t.net],
    none: t.noLines,
    days: [...days.values()].map((ofDay) => ({
      title: formats.longDate((ofDay[0] as DayLine).date),
      rows: ofDay.map((line) => [line.product[formats.language], ...cells(line)]),
    })),
    sum: [t.sumOfWeek, ...cells(sums)],
  };
}

function servicesView(figures: WeekFigures, language: Language, formats: Formats) {
  const t = words[language];
  const row = (title: string, { done, missed, cancelled }: ServiceFigures) =>
    done + missed + cancelled === 0 ? [] : [[title, ...[done, missed, cancelled].map(formats.number)]];
  return {
    title: t.services,
    columns: [t.service, t.done, t.failed, t.cancelled],
    rows: [
      ...row(t.pickups, figures.pickups),
      ...row(t.dropOffs, figures.dropOffs),
      ...row(t.couriers, figures.couriers),
    ],
  };
}

/** Each service that did not take place: which, why, and whether it is charged. */
function failuresView({ failures }: WeekFigures, formats: Formats) {
  const { language } = formats;
  const t = words[language];
  return {
    title: t.failures,
    columns: [t.service, t.day, t.why, t.charged],
    rows: failures.map(({ number, date, service, reason, isCharged }) => [
      `${service[language]}, ${number}`,
      formats.shortDate(date),
      reason === null ? t.cancelledLate : (REASON_NAMES[reason as FailReason]?.[language] ?? reason),
      isCharged ? t.yes : t.no,
    ]),
  };
}

/** What was taken back of invoices in the week; amounts in favour of the firm. */
function correctionsView({ corrections }: WeekFigures, formats: Formats) {
  const t = words[formats.language];
  return {
    title: t.corrections,
    columns: [t.correction, t.day, t.original, t.inYourFavour],
    rows: corrections.map(({ number, kind, issuedOn, reason, original, net }) => [
      `${t.kinds[kind === 'cancellation' ? 'cancellation' : 'correction']} ${number}: ${reason}`,
      formats.shortDate(issuedOn),
      original,
      formats.money(net),
    ]),
  };
}

/** Every text in the letters that the font has; the logo is no text. */
function printed<Value>(value: Value, name = ''): Value {
  if (typeof value === 'string') return (name === 'logo' ? value : printable(value)) as Value;
  if (Array.isArray(value)) return value.map((one) => printed(one)) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, printed(one, key)])) as Value;
}
