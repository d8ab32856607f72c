import { type CalendarException, type DayName, type HolidayRule, holidaysOf } from './holidays.ts';

/** What a calendar is made from: the rules, the dates that depart from them, the weekdays of business. */
export interface CalendarSource {
  readonly rules: readonly HolidayRule[];
  /** Of two entries for one date the later counts. */
  readonly exceptions: readonly CalendarException[];
  /** ISO weekdays of business, 1 = Monday; Monday to Friday if left out. */
  readonly weekdays?: readonly number[];
}

/** The days on which the carrier works. Dates are local dates of the carrier. */
export interface Calendar {
  /** Why the carrier is closed on this date: a public holiday, a closure; undefined on all other days. */
  holidayOn(date: Temporal.PlainDate): DayName | undefined;
  /** An "Arbeitstag": a weekday of business (Monday to Friday) that is not closed. */
  isBusinessDay(date: Temporal.PlainDate): boolean;
  /** A "Werktag": Monday to Saturday, not closed. Transit times count these. */
  isWorkingDay(date: Temporal.PlainDate): boolean;
  /** The `steps`-th business day after the date (1 if left out); 0 steps is the date itself, open or not. */
  nextBusinessDay(date: Temporal.PlainDate, steps?: number): Temporal.PlainDate;
  /** The `steps`-th business day before the date (1 if left out); 0 steps is the date itself, open or not. */
  previousBusinessDay(date: Temporal.PlainDate, steps?: number): Temporal.PlainDate;
}

const MONDAY_TO_FRIDAY = [1, 2, 3, 4, 5];
const SATURDAY = 6;
/** A carrier that is closed for longer is a mistake in the data, and no reason to search for ever. */
const LONGEST_CLOSURE_DAYS = 366;

/**
 * A calendar over these rules and exceptions. It keeps the holidays of each year that it was asked for, so
 * make it once per set of rules. Searching a business day throws a RangeError if there is none for a year.
 */
export function makeCalendar({ rules, exceptions, weekdays = MONDAY_TO_FRIDAY }: CalendarSource): Calendar {
  const departures = new Map(exceptions.map((exception) => [exception.date.toString(), exception]));
  const years = new Map<number, ReadonlyMap<string, DayName>>();

  function yearOf(date: Temporal.PlainDate): ReadonlyMap<string, DayName> {
    const known = years.get(date.year);
    if (known) return known;
    const holidays = holidaysOf(date.year, rules);
    years.set(date.year, holidays);
    return holidays;
  }

  function holidayOn(date: Temporal.PlainDate): DayName | undefined {
    const key = date.toString();
    const departure = departures.get(key);
    if (departure) return departure.kind === 'closed' ? departure.name : undefined;
    return yearOf(date).get(key);
  }

  function isBusinessDay(date: Temporal.PlainDate): boolean {
    return weekdays.includes(date.dayOfWeek) && !holidayOn(date);
  }

  function walk(date: Temporal.PlainDate, steps: number, days: 1 | -1): Temporal.PlainDate {
    let reached = date;
    for (let step = 0; step < steps; step += 1) reached = adjacent(reached, days);
    return reached;
  }

  function adjacent(date: Temporal.PlainDate, days: 1 | -1): Temporal.PlainDate {
    let candidate = date;
    for (let tried = 0; tried < LONGEST_CLOSURE_DAYS; tried += 1) {
      candidate = candidate.add({ days });
      if (isBusinessDay(candidate)) return candidate;
    }
    throw new RangeError(`No business day within a year of ${date}`);
  }

  return {
    holidayOn,
    isBusinessDay,
    isWorkingDay: (date) => date.dayOfWeek <= SATURDAY && !holidayOn(date),
    nextBusinessDay: (date, steps = 1) => walk(date, steps, 1),
    previousBusinessDay: (date, steps = 1) => walk(date, steps, -1),
  };
}
