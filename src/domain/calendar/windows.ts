import { instantOf } from './deadlines.ts';

/** A span of one local day in which the carrier comes or delivers, on whole minutes; `ends` is not part of it. */
export interface TimeWindow {
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
}

/** A window of a certain date by the two things that tell it from all others of its pool. */
export interface Slot {
  readonly date: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime;
}

const KEY = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/** The instants at which the window begins and ends on this date, by the wall clock of the zone. */
export function windowInstants(
  date: Temporal.PlainDate,
  window: TimeWindow,
  timeZone: string,
): { readonly starts: Temporal.Instant; readonly ends: Temporal.Instant } {
  return {
    starts: instantOf(date, window.starts, timeZone),
    ends: instantOf(date, window.ends, timeZone),
  };
}

/** The text by which forms and the API name a window of a date: `2026-11-30T10:00`, local time. */
export function slotKey(date: Temporal.PlainDate, window: Pick<TimeWindow, 'starts'>): string {
  return `${date}T${window.starts.toString({ smallestUnit: 'minute' })}`;
}

/**
 * Reads a text that `slotKey` wrote; undefined for anything else: other forms, dates and times that do not
 * exist. It says nothing about whether the window is offered.
 */
export function parseSlotKey(text: string): Slot | undefined {
  if (!KEY.test(text)) return undefined;
  try {
    const moment = Temporal.PlainDateTime.from(text);
    return { date: moment.toPlainDate(), starts: moment.toPlainTime() };
  } catch {
    return undefined; // 30 February, 24:00
  }
}
