import { z } from 'zod';
import { requiredText } from '../../platform/input.ts';

/** Six digits from the app, or a recovery code. */
export const SecondFactorCode = z.object({ otp: requiredText(40) });
export type SecondFactorCode = z.input<typeof SecondFactorCode>;
