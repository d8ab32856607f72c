import type { TimeWindow } from '../calendar/index.ts';

/** What happens to a date on which the carrier is closed. */
export type OnHoliday = 'skip' | 'next-business-day';

/** What a plan says from a date on, until the next version. */
export interface PlanVersion {
  readonly from: Temporal.PlainDate;
  /** ISO weekdays, 1 = Monday. */
  readonly weekdays: readonly number[];
  readonly window: TimeWindow;
  readonly onHoliday: OnHoliday;
}

/** Days on which nobody comes: company holidays. Both ends are part of it. */
export interface Pause {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate;
}

/**
 * What departs from the pattern, by the date that it is about: that date is left out, moved to another one, or comes
 * in addition. `to` is when an added or moved date takes place.
 */
export type Exception = { readonly date: Temporal.PlainDate } & (
  | { readonly kind: 'skip' }
  | { readonly kind: 'move' | 'add'; readonly to: Temporal.PlainDate; readonly window: TimeWindow }
);

/** A standing pickup: what was agreed, from which every date follows. */
export interface Plan<Version extends PlanVersion = PlanVersion> {
  /** The earliest first; the plan begins with it. Never empty. */
  readonly versions: readonly Version[];
  /** The last day on which it may come; undefined: until further notice. */
  readonly until: Temporal.PlainDate | undefined;
  readonly pauses: readonly Pause[];
  /** At most one for each date. */
  readonly exceptions: readonly Exception[];
}

/** The version that holds on a date; undefined before the plan begins. */
export function versionOn<Version extends PlanVersion>(
  plan: Plan<Version>,
  date: Temporal.PlainDate,
): Version | undefined {
  return plan.versions.findLast(({ from }) => Temporal.PlainDate.compare(from, date) <= 0);
}

/** The pause that a date lies in, if any. */
export function pauseOn<P extends Pause>(
  plan: { readonly pauses: readonly P[] },
  date: Temporal.PlainDate,
): P | undefined {
  return plan.pauses.find(
    ({ from, until }) =>
      Temporal.PlainDate.compare(from, date) <= 0 && Temporal.PlainDate.compare(date, until) <= 0,
  );
}

/** Whether the pattern alone, without exceptions, pauses and holidays, names this date. */
export function isPatternDate(plan: Plan, date: Temporal.PlainDate): boolean {
  if (plan.until && Temporal.PlainDate.compare(date, plan.until) > 0) return false;
  return versionOn(plan, date)?.weekdays.includes(date.dayOfWeek) ?? false;
}
