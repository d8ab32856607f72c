import { z } from 'zod';
import { LANGUAGES } from '../../platform/i18n/index.ts';
import { customerNumber, emailAddress } from '../../platform/input.ts';
import { composePassword, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';

/** Spaces and marks belong to a password: nothing is trimmed, only its characters are brought into one form. */
const typedPassword = z.string().overwrite(composePassword);

export const SignIn = z.object({
  customerNumber,
  email: emailAddress,
  /** The person's password, or the one-time password from a mail. */
  password: typedPassword.min(1).max(LONGEST_PASSWORD),
});
export type SignIn = z.input<typeof SignIn>;

export const RequestOneTimePassword = z.object({ email: emailAddress });
export type RequestOneTimePassword = z.input<typeof RequestOneTimePassword>;

export const SetNewPassword = z.object({
  password: typedPassword.min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD),
});
export type SetNewPassword = z.input<typeof SetNewPassword>;

export const ChooseLanguage = z.object({ language: z.enum(LANGUAGES) });
export type ChooseLanguage = z.input<typeof ChooseLanguage>;
