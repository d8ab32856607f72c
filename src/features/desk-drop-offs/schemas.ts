import { z } from 'zod';
import { text, wholeNumber } from '../../platform/input.ts';

const empty = (value: unknown) => (value === '' ? undefined : value);
const pieces = wholeNumber(0, 1_000_000);

/** The most that one posting weighs, in grams. */
const MOST_GRAMS = 100_000_000;

/** What was counted of a drop-off, kind by kind. */
export const AcceptDropOff = z.object({
  code: text(40),
  /** Of the order, as the clerk saw it: the firm may add to it until shortly before. */
  version: wholeNumber(1, 1_000_000),
  counted: z
    .record(
      z.string().regex(/^[A-Z0-9_]{1,40}$/),
      z.object({ pieces, grams: z.preprocess(empty, wholeNumber(0, MOST_GRAMS).optional()) }),
    )
    .refine((items) => Object.keys(items).length <= 50, { params: { problem: 'too-large' } }),
  /** A kind that nobody had announced. */
  extraProduct: z.preprocess(empty, z.string().max(40).optional()),
  extraPieces: z.preprocess(empty, pieces.optional()),
  containers: z.preprocess(empty, wholeNumber(0, 10_000).default(0)),
  reason: text(300).default(''),
});
export type AcceptDropOff = z.output<typeof AcceptDropOff>;
