import { type Calendar, type DeadlineRule, deadlineFor, inTime, todayOf } from '../calendar/index.ts';
import type { IsOpen } from './occurrences.ts';

/** The first date that a plan made now may begin with: so many business days after today. */
export function earliestStart(
  calendar: Calendar,
  now: Temporal.Instant,
  timeZone: string,
  leadBusinessDays: number,
): Temporal.PlainDate {
  return calendar.nextBusinessDay(todayOf({ now, timeZone }), leadBusinessDays);
}

/** Nothing is planned further ahead; a rule that is never in time within a year is a mistake in the data. */
const LONGEST_LEAD_DAYS = 366;

/**
 * The first date whose deadline by this rule has not passed: from there on a plan can be changed, paused, ended.
 * Undefined where the rule is final.
 */
export function firstDateInTime(
  rule: DeadlineRule,
  calendar: Calendar,
  now: Temporal.Instant,
  timeZone: string,
): Temporal.PlainDate | undefined {
  let date = todayOf({ now, timeZone });
  for (let tried = 0; tried < LONGEST_LEAD_DAYS; tried += 1) {
    const deadline = deadlineFor(rule, date, calendar, timeZone);
    if (!deadline) return undefined;
    if (inTime(deadline, now)) return date;
    date = date.add({ days: 1 });
  }
  return undefined;
}

/** Whether somebody drives on a date: the carrier is open, and windows are kept on that weekday. */
export function openDays(calendar: Calendar, windows: readonly { readonly weekday: number }[]): IsOpen {
  const weekdays = new Set(windows.map(({ weekday }) => weekday));
  return (date) => weekdays.has(date.dayOfWeek) && !calendar.holidayOn(date);
}
