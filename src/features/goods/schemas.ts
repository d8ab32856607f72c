import { z } from 'zod';
import { Booking, Submission } from '../orders/index.ts';

/** More lines than there will ever be products. */
const MOST_LINES = 100;

/** Pieces by product code. Zero is "none of it" and left out; the product's own limit is for the verb to check. */
const Quantities = z
  .record(z.string().regex(/^[A-Z0-9_]{1,40}$/), z.number().int().min(0).max(1_000_000))
  .refine((quantities) => Object.keys(quantities).length <= MOST_LINES, { params: { problem: 'too-large' } });

/** An order of stamps, labels and boxes, to be delivered together. */
export const PlaceGoodsOrder = z.object({ quantities: Quantities, ...Booking.shape, ...Submission.shape });
export type PlaceGoodsOrder = z.output<typeof PlaceGoodsOrder>;
