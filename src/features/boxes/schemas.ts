import { z } from 'zod';
import { calendarDate, text, wholeNumber } from '../../platform/input.ts';

const pieces = wholeNumber(0, 10_000).default(0);

/** Boxes of one kind that the carrier brought to or took from an address of the firm on a day. */
export const RecordBoxMovement = z.object({
  addressId: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  productCode: z.string().regex(/^[A-Z0-9_]{1,40}$/),
  delivered: pieces,
  returned: pieces,
  movedOn: calendarDate.optional(),
  note: text(200).default(''),
});
