/** The name of a day in the languages of the portal. */
export interface DayName {
  readonly de: string;
  readonly en: string;
}

/**
 * A holiday that returns every year. `offset` counts days from Easter Sunday: -2 is Good Friday, 39 is
 * Ascension Day.
 */
export type HolidayRule = { readonly name: DayName } & (
  | { readonly kind: 'fixed'; readonly month: number; readonly day: number }
  | { readonly kind: 'easter'; readonly offset: number }
);

/**
 * One date that departs from the rules: `closed` shuts any day (a closure, a one-off holiday), `open` makes
 * a holiday a day like any other of its weekday; it does not turn a Sunday into a business day.
 */
export interface CalendarException {
  readonly date: Temporal.PlainDate;
  readonly kind: 'closed' | 'open';
  readonly name: DayName;
}

/** Easter Sunday of a year of the Gregorian calendar. */
export function easterSunday(year: number): Temporal.PlainDate {
  const century = Math.floor(year / 100);
  const skippedLeapDays = century - Math.floor(century / 4);
  const moonCorrection = Math.floor((8 * century + 13) / 25);
  const goldenNumber = (year % 19) + 1;
  // Days from 21 March to the paschal full moon. Its last two places are pulled in by a day, so that the
  // moon of 29 days never repeats a date within the cycle of 19 years.
  const raw = (19 * (goldenNumber - 1) + skippedLeapDays - moonCorrection + 15) % 30;
  const fullMoon = raw - (raw === 29 || (raw === 28 && goldenNumber > 11) ? 1 : 0);
  const paschal = new Temporal.PlainDate(year, 3, 21).add({ days: fullMoon });
  return paschal.add({ days: 7 - (paschal.dayOfWeek % 7) });
}

/**
 * The holidays of one year by their ISO date. Where two fall on one day, the earlier rule gives the name.
 * 29 February as a fixed day occurs in leap years only.
 */
export function holidaysOf(year: number, rules: readonly HolidayRule[]): ReadonlyMap<string, DayName> {
  const easter = easterSunday(year);
  const days = new Map<string, DayName>();
  for (const rule of rules) {
    const date =
      rule.kind === 'easter'
        ? easter.add({ days: rule.offset })
        : Temporal.PlainDate.from({ year, month: rule.month, day: rule.day });
    if (rule.kind === 'fixed' && date.day !== rule.day) continue;
    const key = date.toString();
    if (!days.has(key)) days.set(key, rule.name);
  }
  return days;
}
