import type { Calendar } from './calendar.ts';

/** "Until this wall time, so many days before the service date"; 0 days is the service date itself. */
export interface BeforeRule {
  readonly kind: 'before';
  readonly days: number;
  /** `calendar` counts every day, a Sunday or a holiday too; `business` counts the carrier's business days. */
  readonly dayKind: 'calendar' | 'business';
  /** Wall time of the carrier, HH:MM. */
  readonly time: string;
}

/** "Until so many minutes before the window begins": what needs no day to be prepared for. */
export interface BeforeStartRule {
  readonly kind: 'before-start';
  readonly minutes: number;
}

/** Until when an order for a date and window is accepted. */
export type CutoffRule = BeforeRule | BeforeStartRule;

/** Until when something may be done to an order; `final` is never. */
export type DeadlineRule = { readonly kind: 'final' } | CutoffRule;

/**
 * The last instant in time for a service on this local date; undefined where the rule is final. Brief: until
 * 16:00 on the day before, read as the calendar day, because an unclear term counts against its author.
 * Of a rule that counts from the window its start is asked for; without one it is the start of the day.
 * The day is counted on dates and the time read off the wall, never as "minus 24 hours". A wall time that a
 * clock change skips moves on by the hour, one that comes twice is the first of the two. Throws a RangeError
 * for a time that is none.
 */
export function deadlineFor(
  rule: CutoffRule,
  serviceDate: Temporal.PlainDate,
  calendar: Calendar,
  timeZone: string,
  starts?: Temporal.PlainTime,
): Temporal.Instant;
export function deadlineFor(
  rule: DeadlineRule,
  serviceDate: Temporal.PlainDate,
  calendar: Calendar,
  timeZone: string,
  starts?: Temporal.PlainTime,
): Temporal.Instant | undefined;
export function deadlineFor(
  rule: DeadlineRule,
  serviceDate: Temporal.PlainDate,
  calendar: Calendar,
  timeZone: string,
  starts = new Temporal.PlainTime(),
): Temporal.Instant | undefined {
  if (rule.kind === 'final') return undefined;
  // minutes that pass, not minutes on the wall: an hour to drive there is an hour
  if (rule.kind === 'before-start')
    return instantOf(serviceDate, starts, timeZone).subtract({ minutes: rule.minutes });
  const day =
    rule.dayKind === 'calendar'
      ? serviceDate.subtract({ days: rule.days })
      : calendar.previousBusinessDay(serviceDate, rule.days);
  return instantOf(day, Temporal.PlainTime.from(rule.time), timeZone);
}

/** Whether `now` is in time: the deadline itself still is (16:00:00 sharp), whatever comes after is not. */
export function inTime(deadline: Temporal.Instant, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, deadline) <= 0;
}

/** The instant at which the wall clock of the zone shows this time on this date; see `deadlineFor`. */
export function instantOf(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  timeZone: string,
): Temporal.Instant {
  return date.toPlainDateTime(time).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
}
