import type { z } from 'zod';
import { Booking, Submission } from '../orders/index.ts';

/** A one-off pickup (Sonderabholung) for a date and window. */
export const BookPickup = Booking.extend(Submission.shape);
export type BookPickup = z.output<typeof BookPickup>;
