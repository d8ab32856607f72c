import { z } from 'zod';
import { Booking, Quantities, Submission } from '../orders/index.ts';

/** An order of stamps, labels and boxes, to be delivered together. */
export const PlaceGoodsOrder = z.object({ quantities: Quantities, ...Booking.shape, ...Submission.shape });
export type PlaceGoodsOrder = z.output<typeof PlaceGoodsOrder>;
