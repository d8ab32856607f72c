import type { Calendar } from './calendar.ts';
import { type CutoffRule, deadlineFor, instantOf, inTime } from './deadlines.ts';
import { slotKey, type TimeWindow } from './windows.ts';

/** A window that a pool of capacity keeps on one weekday (ISO, 1 = Monday). */
export interface WeekdayWindow extends TimeWindow {
  readonly weekday: number;
  /** How many bookings it takes. */
  readonly capacity: number;
}

const MIDNIGHT = new Temporal.PlainTime();

/** What decides when a service may be booked. */
export interface BookableService {
  /** Until when an order for a date is accepted. */
  readonly orderCutoff: CutoffRule;
  /**
   * The earliest service date is this many business days after today: with 2, an order of Thursday or Friday
   * is served on Monday or Tuesday at the earliest, one of Saturday on Tuesday. With 0 it may be today.
   */
  readonly leadBusinessDays: number;
  /** The latest service date is today plus this many calendar days. */
  readonly horizonDays: number;
  /** At most one window per weekday and start. */
  readonly windows: readonly WeekdayWindow[];
}

export interface OffersInput {
  readonly service: BookableService;
  readonly calendar: Calendar;
  /** The carrier's zone: it says which date is today. */
  readonly timeZone: string;
  readonly now: Temporal.Instant;
  /** Only this day is asked about; all within the horizon if left out. */
  readonly on?: Temporal.PlainDate | undefined;
  /** How many places of the window are taken. */
  readonly booked: (date: Temporal.PlainDate, starts: Temporal.PlainTime) => number;
}

export interface OfferedWindow extends TimeWindow {
  readonly capacity: number;
  /** Places left; 0 when sold out, never less. */
  readonly free: number;
  readonly key: string;
}

export interface OfferedDay {
  readonly date: Temporal.PlainDate;
  /**
   * The last instant at which an order for this day is accepted; cut-off and lead time are both in it. Where the
   * cut-off counts from the window it is that of the last one.
   */
  readonly orderBy: Temporal.Instant;
  /** Early ones first; never empty. */
  readonly windows: readonly OfferedWindow[];
}

/** A window with the day it belongs to. */
export interface Offer {
  readonly day: OfferedDay;
  readonly window: OfferedWindow;
}

/**
 * The days on which the service may be booked now, the next first, each with its windows. A day is offered
 * when the service has windows on that weekday, the carrier is open, the lead time and the horizon are kept
 * and `orderBy` has not passed. Full windows stay in the list with `free` 0; those that have begun do not.
 */
export function offers(input: OffersInput): readonly OfferedDay[] {
  return [...offeredDays(input)];
}

/** The next window with a place left; undefined if there is none within the horizon. Stops at the first. */
export function nextOffer(input: OffersInput): Offer | undefined {
  for (const day of offeredDays(input)) {
    const window = day.windows.find(({ free }) => free > 0);
    if (window) return { day, window };
  }
  return undefined;
}

function* offeredDays({ service, calendar, timeZone, now, on, booked }: OffersInput): Generator<OfferedDay> {
  const here = now.toZonedDateTimeISO(timeZone);
  const today = here.toPlainDate();
  const earliest = calendar.nextBusinessDay(today, service.leadBusinessDays);
  const horizon = today.add({ days: service.horizonDays });
  const [from, until] = on ? [later(on, earliest), earlier(on, horizon)] : [earliest, horizon];
  const windowsOf = byWeekday(service.windows);

  for (let date = from; Temporal.PlainDate.compare(date, until) <= 0; date = date.add({ days: 1 })) {
    const kept = windowsOf.get(date.dayOfWeek);
    if (!kept || calendar.holidayOn(date)) continue;
    const orderBy = orderByFor(service, date, calendar, timeZone, kept.at(-1)?.starts);
    if (!inTime(orderBy, now)) continue;
    const begun = date.equals(today) ? kept.filter((window) => startsAfter(window, here)) : kept;
    // a cut-off of the day holds for all of its windows, and is in `orderBy` already
    const ahead =
      service.orderCutoff.kind === 'before'
        ? begun
        : begun.filter(({ starts }) =>
            inTime(deadlineFor(service.orderCutoff, date, calendar, timeZone, starts), now),
          );
    if (ahead.length === 0) continue;
    yield { date, orderBy, windows: ahead.map((window) => offerWindow(date, window, booked)) };
  }
}

/**
 * The last instant at which this window can be ordered: that of its day; where a cut-off counts from the window its
 * own; and never once the window has begun.
 * @param cutoffs of the services that are ordered together
 */
export function orderByOf(
  { day, window }: Offer,
  cutoffs: readonly CutoffRule[],
  calendar: Calendar,
  timeZone: string,
): Temporal.Instant {
  const begins = instantOf(day.date, window.starts, timeZone).subtract({ milliseconds: 1 });
  const own = cutoffs.map((rule) => deadlineFor(rule, day.date, calendar, timeZone, window.starts));
  return [begins, ...own].reduce(
    (first, next) => (Temporal.Instant.compare(next, first) < 0 ? next : first),
    day.orderBy,
  );
}

/**
 * The earlier of the order cut-off and the end of the last day from which the lead time is kept, so that
 * "order by" never promises more than the list of days gives. The end of a day is its last millisecond.
 */
function orderByFor(
  service: BookableService,
  date: Temporal.PlainDate,
  calendar: Calendar,
  timeZone: string,
  lastStart: Temporal.PlainTime | undefined,
): Temporal.Instant {
  const cutoff = deadlineFor(service.orderCutoff, date, calendar, timeZone, lastStart);
  // The service date counts as a business day of the lead, hence the search from the day after it.
  const tooLate = calendar.previousBusinessDay(date.add({ days: 1 }), service.leadBusinessDays);
  const leadEnds = instantOf(tooLate, MIDNIGHT, timeZone).subtract({ milliseconds: 1 });
  return Temporal.Instant.compare(cutoff, leadEnds) < 0 ? cutoff : leadEnds;
}

function startsAfter(window: TimeWindow, moment: Temporal.ZonedDateTime): boolean {
  return Temporal.PlainTime.compare(window.starts, moment.toPlainTime()) > 0;
}

function offerWindow(
  date: Temporal.PlainDate,
  { starts, ends, capacity }: WeekdayWindow,
  booked: OffersInput['booked'],
): OfferedWindow {
  const free = Math.max(0, capacity - booked(date, starts));
  return { starts, ends, capacity, free, key: slotKey(date, { starts }) };
}

function earlier(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) <= 0 ? a : b;
}

function later(a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
}

function byWeekday(windows: readonly WeekdayWindow[]): ReadonlyMap<number, readonly WeekdayWindow[]> {
  const sorted = windows.toSorted((a, b) => Temporal.PlainTime.compare(a.starts, b.starts));
  return Map.groupBy(sorted, (window) => window.weekday);
}
