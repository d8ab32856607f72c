import { easterSunday } from './holidays.ts';

/**
 * The days on which European banks clear payments (T2, formerly TARGET2): Monday to Friday except for six holidays.
 * They are the same in all countries, and not the holidays of the carrier.
 */
export function isTargetDay(date: Temporal.PlainDate): boolean {
  if (date.dayOfWeek > 5) return false;
  const { month, day } = date;
  if (CLOSED.some(([m, d]) => m === month && d === day)) return false;
  const fromEaster = easterSunday(date.year).until(date, { largestUnit: 'days' }).days;
  return fromEaster !== GOOD_FRIDAY && fromEaster !== EASTER_MONDAY;
}

/** New Year, May Day, Christmas and the day after. */
const CLOSED: readonly (readonly [number, number])[] = [
  [1, 1],
  [5, 1],
  [12, 25],
  [12, 26],
];
const GOOD_FRIDAY = -2;
const EASTER_MONDAY = 1;

/** The date itself when banks clear on it, else the next such day. */
export function targetDayFrom(date: Temporal.PlainDate): Temporal.PlainDate {
  let day = date;
  while (!isTargetDay(day)) day = day.add({ days: 1 });
  return day;
}

/** The `steps`-th day of business of the banks after the date. */
export function targetDayAfter(date: Temporal.PlainDate, steps = 1): Temporal.PlainDate {
  let day = date;
  for (let step = 0; step < steps; step += 1) day = targetDayFrom(day.add({ days: 1 }));
  return day;
}
