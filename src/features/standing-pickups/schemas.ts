import { z } from 'zod';
import { calendarDate, submissionKey, text, wholeNumber } from '../../platform/input.ts';
import { Booking } from '../orders/index.ts';

/** An empty field of a form is one that was not filled in. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional());

/** `12:00`. Whether a window begins then is for the verb to say. */
const wallTime = z
  .string()
  .min(1)
  .refine((typed) => /^([01]\d|2[0-3]):[0-5]\d$/.test(typed), { params: { problem: 'not-offered' } })
  .transform((typed) => Temporal.PlainTime.from(/^\d\d:\d\d$/.test(typed) ? typed : '00:00'));

const weekdays = z.array(z.union([z.string(), z.number()])).transform((typed, issues) => {
  const days = [...new Set(typed.map(Number))].sort((a, b) => a - b);
  const isDay = (day: number) => Number.isInteger(day) && day >= 1 && day <= 7;
  const problem = days.length === 0 ? 'nothing-chosen' : days.every(isDay) ? undefined : 'not-offered';
  if (!problem) return days;
  issues.addIssue({ code: 'custom', input: typed, params: { problem } });
  return z.NEVER;
});

const { addressId, costCentreId, reference, driverHint } = Booking.shape;

/** What a plan says: on which weekdays, in which window, where, and what the tour has to reckon with. */
const terms = {
  weekdays,
  window: wallTime,
  addressId,
  onHoliday: z.enum(['skip', 'next-business-day']),
  costCentreId,
  reference,
  driverHint,
  expectedLetters: optional(wholeNumber(1, 1_000_000)),
  expectedBoxes: optional(wholeNumber(1, 1000)),
};

/** A new plan, as its form says it. */
export const PlanAnswers = z.object({
  ...terms,
  validFrom: calendarDate,
  validUntil: optional(calendarDate),
});
export type PlanAnswers = z.output<typeof PlanAnswers>;

/** A plan from a date on. `revision` is the state that the answers were given for. */
export const ChangeAnswers = z.object({
  ...terms,
  from: calendarDate,
  revision: wholeNumber(1, 1_000_000_000),
});
export type ChangeAnswers = z.output<typeof ChangeAnswers>;

/** `2026-11-30T12:00`: a window of a date, as bookings name it. */
export const { slot: Slot } = Booking.shape;

export const PauseAnswers = z.object({
  from: calendarDate,
  until: calendarDate,
  reason: text(60).default(''),
});
export type PauseAnswers = z.output<typeof PauseAnswers>;

/** Which plan, and the key of the form. */
export const PlanForm = z.object({ number: z.string().regex(/^RA-\d{6,12}$/), key: submissionKey });
