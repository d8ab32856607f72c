import { type Calendar, type TimeWindow, type WeekdayWindow, windowInstants } from '../calendar/index.ts';

const GRID_MINUTES = 5;

/** The window of a ride that begins at once, with the date it is on. */
export interface NowWindow extends TimeWindow {
  readonly date: Temporal.PlainDate;
}

/**
 * When a courier who is ordered now comes: from the next full five minutes on, so many minutes long. Undefined outside
 * of the hours in which couriers ride, on closed days, and where the window would end after them.
 * @param hours the windows of the service, whose first start and last end are its hours
 */
export function nowWindow(
  hours: readonly WeekdayWindow[],
  calendar: Calendar,
  timeZone: string,
  now: Temporal.Instant,
  minutes: number,
): NowWindow | undefined {
  const here = now.toZonedDateTimeISO(timeZone);
  const begins = here.round({
    smallestUnit: 'minute',
    roundingIncrement: GRID_MINUTES,
    roundingMode: 'ceil',
  });
  const date = begins.toPlainDate();
  const starts = begins.toPlainTime();
  const own = hours.filter(({ weekday }) => weekday === date.dayOfWeek);
  if (own.length === 0 || calendar.holidayOn(date)) return undefined;
  const { PlainTime } = Temporal;
  const opens = own.map((window) => window.starts).sort(PlainTime.compare)[0] ?? starts;
  const closes =
    own
      .map((window) => window.ends)
      .sort(PlainTime.compare)
      .at(-1) ?? starts;
  // a day has more hours than this: what ends after midnight ends after the hours
  const ends = starts.add({ minutes });
  const isWithin =
    PlainTime.compare(starts, opens) >= 0 &&
    PlainTime.compare(ends, closes) <= 0 &&
    PlainTime.compare(ends, starts) > 0;
  if (!isWithin) return undefined;
  const instants = windowInstants(date, { starts, ends }, timeZone);
  return Temporal.Instant.compare(instants.ends, instants.starts) > 0 ? { date, starts, ends } : undefined;
}
