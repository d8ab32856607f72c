/** Days after which somebody is reminded at the earliest: transfers take a day, weekends two more. */
export const GRACE_DAYS = 5;

/** Days since an invoice was due; 0 on the day itself and before. */
export function overdueDays(dueOn: Temporal.PlainDate, today: Temporal.PlainDate): number {
  return Math.max(0, dueOn.until(today, { largestUnit: 'days' }).days);
}

/** Whether the firm may be reminded of it: long enough due. Nobody is ever reminded by the program alone. */
export const mayRemind = (dueOn: Temporal.PlainDate, today: Temporal.PlainDate): boolean =>
  overdueDays(dueOn, today) > GRACE_DAYS;
