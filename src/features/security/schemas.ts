import { z } from 'zod';
import { wholeNumber } from '../../platform/input.ts';

/** One session by its id. */
export const EndSession = z.object({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });
export type EndSession = z.input<typeof EndSession>;

export const RequireSecondFactor = z.object({ required: z.enum(['yes', 'no']) });
export type RequireSecondFactor = z.input<typeof RequireSecondFactor>;
