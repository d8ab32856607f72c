import type { FieldProblem } from './refusal.ts';

/** Further ahead nobody plans a price; it is a slip of the finger in the year. */
const FURTHEST_DAYS = 3 * 366;

/**
 * Whether a change of the catalogue may hold from this date on. Never from a day that has begun to be charged: what was
 * valid on a past day stays, because invoices are made from it later. Today is in time.
 * @param today the carrier's date
 */
export function effectiveDateProblem(
  from: Temporal.PlainDate,
  today: Temporal.PlainDate,
): FieldProblem['problem'] | undefined {
  if (Temporal.PlainDate.compare(from, today) < 0) return 'in-the-past';
  return today.until(from).days > FURTHEST_DAYS ? 'not-offered' : undefined;
}

/** Whether a change that has been planned can still be taken back: as long as its date has not come. */
export function mayWithdrawChange(from: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(from, today) > 0;
}
