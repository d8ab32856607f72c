import { z } from 'zod';
import { calendarDate, submissionKey, text, wholeNumber } from '../../platform/input.ts';

const empty = (value: unknown) => (value === '' ? undefined : value);
const pieces = z.preprocess(empty, wholeNumber(0, 10_000).default(0));

/** Boxes of one kind that the carrier brought to or took from an address of the firm on a day. */
export const RecordBoxMovement = z.object({
  addressId: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  productCode: z.string().regex(/^[A-Z0-9_]{1,40}$/),
  delivered: pieces,
  returned: pieces,
  movedOn: z.preprocess(empty, calendarDate.optional()),
  note: text(200).default(''),
  /** Of the form: sent twice, it counts once. */
  key: submissionKey.optional(),
});
