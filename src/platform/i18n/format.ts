import type { Language } from './language.ts';
import { plural } from './plural.ts';
import { remaining } from './remaining.ts';

/** Writes values the way people of one language write them, on the clock of one time zone. */
export interface Formats {
  readonly language: Language;
  readonly timeZone: string;
  /** Integer cents: "1.234,50 €". */
  money(cents: number): string;
  /** Hundredths of a cent, two to four decimals: "0,695 €". */
  unitPrice(hundredthsOfCent: number): string;
  /** "1.250". */
  number(n: number): string;
  /** Basis points: 1900 → "19 %". */
  percent(basisPoints: number): string;
  /** "Mo., 30.11.2026". */
  date(date: Temporal.PlainDate): string;
  /** "30.11.2026". */
  shortDate(date: Temporal.PlainDate): string;
  /** "Montag, 30. November 2026". */
  longDate(date: Temporal.PlainDate): string;
  /** The month of the date: "November 2026". */
  month(date: Temporal.PlainDate): string;
  /** "10:00". */
  time(time: Temporal.PlainTime): string;
  /** "10:00–12:00 Uhr". */
  window(starts: Temporal.PlainTime, ends: Temporal.PlainTime): string;
  /** "So., 29.11.2026, 16:00 Uhr", on the clock of the time zone. */
  dateTime(instant: Temporal.Instant): string;
  /** Day of the week, 1 = Monday to 7 = Sunday: "Montag". */
  weekday(isoDay: number): string;
  /** "noch 3 Std. 12 Min." or, for the past, "vor 5 Min.". */
  relative(instant: Temporal.Instant, now: Temporal.Instant): string;
  /** The wording for a count; `#` becomes the number. */
  plural(n: number, one: string, other: string): string;
}

const made = new Map<string, Formats>();

/** The formats for a language and time zone; made once, because `Intl` formatters are dear to make. */
export function formatsFor(language: Language, timeZone: string): Formats {
  const key = `${language} ${timeZone}`;
  let formats = made.get(key);
  if (!formats) {
    formats = makeFormats(language, timeZone);
    made.set(key, formats);
  }
  return formats;
}

/** English is written the British way: day before month, the euro sign in front. */
const LOCALES = { de: 'de-DE', en: 'en-GB' } as const satisfies Record<Language, string>;

function makeFormats(language: Language, timeZone: string): Formats {
  const locale = LOCALES[language];
  const oclock = language === 'de' ? ' Uhr' : '';
  const numbers = new Intl.NumberFormat(locale);
  const euros = new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' });
  const prices = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency: 'EUR',
    minimumFractionDigits: 2,
    maximumFractionDigits: 4,
  });
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
  const weekdays = [1, 2, 3, 4, 5, 6, 7].map((day) =>
    dateFormatter(locale, { weekday: 'long' }).format(utcDay(2024, 1, day)),
  );
  const month = language === 'de' ? '2-digit' : 'short';

  // `+ 0` turns a negative zero, as rounding can leave it, into a plain one.
  const money = remembered((cents: number) => euros.format(cents / 100 + 0));
  const unitPrice = remembered((hundredths: number) => prices.format(hundredths / 10_000));
  const number = remembered((n: number) => numbers.format(n));
  const percent = remembered((basisPoints: number) => percents.format(basisPoints / 10_000));
  const date = rememberedDates(
    dateFormatter(locale, { weekday: 'short', day: '2-digit', month, year: 'numeric' }),
  );
  const shortDate = rememberedDates(dateFormatter(locale, { day: '2-digit', month, year: 'numeric' }));
  const longDate = rememberedDates(
    dateFormatter(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
  );
  const monthName = rememberedDates(dateFormatter(locale, { month: 'long', year: 'numeric' }));
  const dateTimeOfMinute = remembered((epochMinute: number) => {
    const local = Temporal.Instant.fromEpochMilliseconds(epochMinute * 60_000).toZonedDateTimeISO(timeZone);
    return `${date(local.toPlainDate())}, ${time(local.toPlainTime())}${oclock}`;
  });

  return {
    language,
    timeZone,
    money,
    unitPrice,
    number,
    percent,
    date,
    shortDate,
    longDate,
    month: monthName,
    time,
    window: (starts, ends) => `${time(starts)}–${time(ends)}${oclock}`,
    dateTime: (instant) => dateTimeOfMinute(Math.floor(instant.epochMilliseconds / 60_000)),
    weekday: (isoDay) => weekdays[isoDay - 1] ?? '',
    relative: (instant, now) => remaining(language, instant.epochMilliseconds - now.epochMilliseconds),
    plural: (n, one, other) => plural(language, n, one, other),
  };
}

/** A calendar day has no zone: it is formatted as midnight UTC, in UTC, so that no offset can shift it. */
function dateFormatter(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
}

function utcDay(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function rememberedDates(formatter: Intl.DateTimeFormat): (date: Temporal.PlainDate) => string {
  const byDay = remembered((day: number) =>
    formatter.format(utcDay(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100)),
  );
  return (date) => byDay(date.year * 10_000 + date.month * 100 + date.day);
}

function time(time: Temporal.PlainTime): string {
  return `${twoDigits(time.hour)}:${twoDigits(time.minute)}`;
}

function twoDigits(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}

/** Lists repeat their dates and sums; a small map that starts afresh when full cannot grow with the traffic. */
function remembered(format: (value: number) => string, limit = 1024): (value: number) => string {
  const known = new Map<number, string>();
  return (value) => {
    let text = known.get(value);
    if (text === undefined) {
      if (known.size >= limit) known.clear();
      text = format(value);
      known.set(value, text);
    }
    return text;
  };
}
