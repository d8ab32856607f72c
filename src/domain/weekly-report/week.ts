import { todayOf } from '../calendar/index.ts';

/** A week as ISO 8601 counts them: Monday to Sunday, belonging to the year that its Thursday lies in. */
export interface IsoWeek {
  readonly year: number;
  readonly week: number;
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The week that a date lies in. */
export function weekOf(date: Temporal.PlainDate): IsoWeek {
  const from = date.subtract({ days: date.dayOfWeek - 1 });
  return { year: date.yearOfWeek ?? 0, week: date.weekOfYear ?? 0, from, to: from.add({ days: 6 }) };
}

const isoWeek = (year: number, week: number) => weekOf(weekOf(january4(year)).from.add({ weeks: week - 1 }));
/** Always in the first week of its year. */
const january4 = (year: number) => Temporal.PlainDate.from({ year, month: 1, day: 4 });
/** 28 December always lies in the last one. */
const weeksIn = (year: number) => weekOf(Temporal.PlainDate.from({ year, month: 12, day: 28 })).week;

export const weekBefore = ({ from }: IsoWeek): IsoWeek => weekOf(from.subtract({ weeks: 1 }));

/** The week of the same number a year before; the last one of that year where it has no week 53. */
export const sameWeekLastYear = ({ year, week }: IsoWeek): IsoWeek =>
  isoWeek(year - 1, Math.min(week, weeksIn(year - 1)));

/** Reports are made when the week after has begun, at this time of its Monday. */
const REPORT_TIME = Temporal.PlainTime.from('06:00');

/**
 * The weeks whose report is due, the latest first: of those whose following Monday, 06:00 on the carrier's clock, has
 * come. Whoever was away on that Monday finds the week here later on as well.
 * @param count how many weeks to look back
 */
export function reportableWeeks(now: Temporal.Instant, timeZone: string, count: number): IsoWeek[] {
  const today = todayOf({ now, timeZone });
  const monday = weekOf(today).from;
  const starts = monday.toZonedDateTime({ timeZone, plainTime: REPORT_TIME }).toInstant();
  const weeksAgo = Temporal.Instant.compare(now, starts) >= 0 ? 1 : 2;
  return Array.from({ length: count }, (_, index) => weekOf(monday.subtract({ weeks: weeksAgo + index })));
}

/** The Monday after the week. A report that is made late stands where it would have stood. */
export const reportDate = ({ to }: IsoWeek): Temporal.PlainDate => to.add({ days: 1 });

/** `WB-2026-W07-D100001`. */
export function reportNumber({ year, week }: IsoWeek, customerNumber: string): string {
  return `WB-${year}-W${String(week).padStart(2, '0')}-${customerNumber}`;
}
