import { type Calendar, type DayName, windowInstants } from './calendar/index.ts';

/** A span of a weekday (1 = Monday) in which somebody is there; `closes` is not part of it. */
export interface OpeningSpan {
  readonly weekday: number;
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
}

/** The hours of a week that hold from a day on, until a later version takes their place. */
export interface HoursVersion {
  readonly validFrom: Temporal.PlainDate;
  readonly spans: readonly OpeningSpan[];
}

/** When the customer service can be reached: its hours, and the days on which the carrier is closed anyway. */
export interface ServiceHours {
  readonly versions: readonly HoursVersion[];
  readonly calendar: Calendar;
  readonly timeZone: string;
}

export type Openness =
  | { readonly isOpen: true; readonly closesAt: Temporal.Instant }
  | {
      readonly isOpen: false;
      /** Undefined: not within the next weeks. */
      readonly opensAt: Temporal.Instant | undefined;
      /** The holiday or closure that today is. */
      readonly holiday: DayName | undefined;
    };

/** Whoever is closed for longer than that has no hours; nobody's question waits for ever on it. */
const LONGEST_SEARCH_DAYS = 60;
const FALLBACK_DAYS = 7;

/** The spans of a date, the earliest first; none on holidays, closures and before the first version. */
export function spansOn({ versions, calendar }: ServiceHours, date: Temporal.PlainDate): OpeningSpan[] {
  if (calendar.holidayOn(date)) return [];
  const current = versions
    .filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, date) <= 0)
    .toSorted((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom))[0];
  return (current?.spans ?? [])
    .filter(({ weekday }) => weekday === date.dayOfWeek)
    .toSorted((a, b) => Temporal.PlainTime.compare(a.opens, b.opens));
}

/** Whether somebody is there now, and until or from when. The opening instant counts as open, the closing one not. */
export function opennessAt(hours: ServiceHours, now: Temporal.Instant): Openness {
  const today = now.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (const span of spansFrom(hours, now)) {
    if (Temporal.Instant.compare(span.opens, now) <= 0) return { isOpen: true, closesAt: span.closes };
    return { isOpen: false, opensAt: span.opens, holiday: hours.calendar.holidayOn(today) };
  }
  return { isOpen: false, opensAt: undefined, holiday: hours.calendar.holidayOn(today) };
}

/**
 * Until when a question is to be answered that came in at an instant: after so many minutes of service hours. What
 * comes in while nobody is there counts from the next opening. Without any hours it is a week later.
 */
export function replyDue(
  hours: ServiceHours,
  receivedAt: Temporal.Instant,
  minutes: number,
): Temporal.Instant {
  let left = minutes;
  for (const span of spansFrom(hours, receivedAt)) {
    const begins = Temporal.Instant.compare(span.opens, receivedAt) > 0 ? span.opens : receivedAt;
    const there = begins.until(span.closes).total('minutes');
    if (there >= left) return begins.add({ seconds: Math.round(left * 60) });
    left -= there;
  }
  return receivedAt.add({ hours: 24 * FALLBACK_DAYS });
}

/** The spans that end after the instant, in order. */
function* spansFrom(
  hours: ServiceHours,
  from: Temporal.Instant,
): Generator<{ opens: Temporal.Instant; closes: Temporal.Instant }> {
  const first = from.toZonedDateTimeISO(hours.timeZone).toPlainDate();
  for (let day = 0; day <= LONGEST_SEARCH_DAYS; day += 1) {
    const date = first.add({ days: day });
    for (const { opens, closes } of spansOn(hours, date)) {
      const span = windowInstants(date, { starts: opens, ends: closes }, hours.timeZone);
      if (Temporal.Instant.compare(span.ends, from) <= 0) continue;
      yield { opens: span.starts, closes: span.ends };
    }
  }
}
