import { z } from 'zod';
import { emailAddress, requiredText, text } from '../../../platform/input.ts';

/** Somebody of the firm whom the carrier can turn to; they need no login. */
export const ContactValues = z.object({
  name: requiredText(200),
  role: text(100).default(''),
  phone: text(60).default(''),
  email: z.union([z.literal(''), emailAddress]).default(''),
});
export type ContactValues = z.output<typeof ContactValues>;
