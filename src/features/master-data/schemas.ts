import { z } from 'zod';
import { submissionKey, wholeNumber } from '../../platform/input.ts';

/** Which row, and which of its versions the form showed. */
export const Version = z.object({
  id: wholeNumber(1, Number.MAX_SAFE_INTEGER),
  version: wholeNumber(0, Number.MAX_SAFE_INTEGER),
});

/** The id of a row, as an address of the portal carries it. */
export const RowId = z.object({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });

/** The key that a form was given when it was shown. */
export const Submission = z.object({ key: submissionKey });

/** A tick in a form, or a plain yes or no. */
export const tick = z
  .union([z.boolean(), z.string()])
  .optional()
  .transform((value) => value === true || value === 'on');
