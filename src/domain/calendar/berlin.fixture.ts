import { readFileSync } from 'node:fs';
import { type Calendar, makeCalendar } from './calendar.ts';
import type { CalendarException, HolidayRule } from './holidays.ts';

interface Stored {
  readonly rules: readonly HolidayRule[];
  readonly exceptions: readonly (Omit<CalendarException, 'date'> & { readonly date: string })[];
}

const seed = JSON.parse(
  readFileSync(new URL('../../../seeds/holidays.json', import.meta.url), 'utf8'),
) as Stored;

/** The rules and exceptions that the demo carrier ships with: the tests hold for what is delivered. */
export const berlinRules = seed.rules;
export const berlinExceptions: readonly CalendarException[] = seed.exceptions.map((exception) => ({
  ...exception,
  date: Temporal.PlainDate.from(exception.date),
}));

export const berlin: Calendar = makeCalendar({ rules: berlinRules, exceptions: berlinExceptions });
export const BERLIN_ZONE = 'Europe/Berlin';

/** Short forms for tests: a date, a wall time, an instant by the wall clock of Berlin. */
export const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
export const time = (text: string): Temporal.PlainTime => Temporal.PlainTime.from(text);
export const at = (text: string): Temporal.Instant =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(BERLIN_ZONE).toInstant();
