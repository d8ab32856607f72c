import { z } from 'zod';
import { wholeNumber } from '../../platform/input.ts';

export const ForgetDevice = z.object({ id: wholeNumber(1, Number.MAX_SAFE_INTEGER) });
export type ForgetDevice = z.input<typeof ForgetDevice>;
