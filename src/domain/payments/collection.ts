import { targetDayAfter, targetDayFrom } from '../calendar/index.ts';

/** Days of business that banks want a file before the debit; the same for CORE and B2B. */
const LEAD_DAYS = 1;

/**
 * The day on which a debit is asked for: the one that was announced, or the first one that the bank can still keep.
 * Never before the announced day, always a day on which banks work.
 * @param today on which the file is made
 */
export function collectionDay(announced: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const earliest = targetDayAfter(today, LEAD_DAYS);
  const wanted = targetDayFrom(announced);
  return Temporal.PlainDate.compare(wanted, earliest) < 0 ? earliest : wanted;
}

/**
 * The sequence of a debit of a mandate for recurrent payments. Since November 2016 the rulebooks take RCUR for the first
 * one as well; it has the advantage that a first debit that bounced need not be told from one that did not.
 */
export const SEQUENCE = 'RCUR';

/** Why a bank gave a debit back, by the codes of the rulebooks (pain.002, R-transactions). */
export const RETURN_REASONS = [
  'AC04',
  'AC06',
  'AM04',
  'MD01',
  'MD06',
  'MS02',
  'MS03',
  'SL01',
  'OTHER',
] as const;
export type ReturnReason = (typeof RETURN_REASONS)[number];
