import { z } from 'zod';
import { parseSlotKey } from '../../domain/calendar/index.ts';
import { ORDER_STATUSES } from '../../domain/orders/index.ts';
import { calendarDate, submissionKey, text, wholeNumber } from '../../platform/input.ts';

const rowId = wholeNumber(1, Number.MAX_SAFE_INTEGER);

/** An empty field of a form is one that was not filled in. */
const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional());

/** `2026-11-30T10:00`: a window of a date. Whether it is offered is for the rule to say. */
const slot = z
  .string()
  .min(1)
  .refine((key) => parseSlotKey(key) !== undefined, {
    params: { problem: 'not-offered' },
  });

/** What every booking says, whatever is booked: when, where, and for whose account. */
export const Booking = z.object({
  slot,
  addressId: rowId,
  costCentreId: optional(rowId),
  reference: text(60).default(''),
  driverHint: text(500).default(''),
});
export type Booking = z.output<typeof Booking>;

/** The key that a form was given when it was shown. */
export const Submission = z.object({ key: submissionKey });

/** More lines than there will ever be products. */
const MOST_LINES = 100;

/** Pieces by product code. Zero is "none of it" and left out; the product's own limit is for the verb to check. */
export const Quantities = z
  .record(z.string().regex(/^[A-Z0-9_]{1,40}$/), z.number().int().min(0).max(1_000_000))
  .refine((quantities) => Object.keys(quantities).length <= MOST_LINES, { params: { problem: 'too-large' } });

export const OrderNumber = z.object({ number: z.string().regex(/^A-\d{4}-\d{6,12}$/) });

/** The filter over the list, as the address carries it. What cannot be read is left out, it hides nothing. */
export const OrderQuery = z.object({
  service: optional(text(40)).catch(undefined),
  status: optional(z.enum(ORDER_STATUSES as [(typeof ORDER_STATUSES)[number]])).catch(undefined),
  from: optional(calendarDate).catch(undefined),
  to: optional(calendarDate).catch(undefined),
  search: optional(text(60)).catch(undefined),
  older: optional(z.string().max(60)).catch(undefined),
  newer: optional(z.string().max(60)).catch(undefined),
});
export type OrderQuery = z.output<typeof OrderQuery>;
