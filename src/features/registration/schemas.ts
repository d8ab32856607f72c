import { z } from 'zod';
import { RIGHTS } from '../../domain/rights.ts';
import { customerNumber, emailAddress, requiredText, text, wholeNumber } from '../../platform/input.ts';
import { SetNewPassword } from '../sign-in/index.ts';

export const Register = z.object({
  customerNumber,
  email: emailAddress,
  name: requiredText(200),
  password: SetNewPassword.shape.password,
  /** From an invoice or a letter; without it another proof must do. */
  activationCode: text(40).default(''),
});
export type Register = z.input<typeof Register>;

export const ConfirmRegistration = z.object({ password: z.string().min(1).max(200) });
export type ConfirmRegistration = z.input<typeof ConfirmRegistration>;

export const RequestId = z.object({ requestId: wholeNumber(1, 999_999_999) });
export type RequestId = z.input<typeof RequestId>;

export const AcceptJoin = RequestId.extend({
  rights: z
    .array(z.enum(RIGHTS))
    .max(50)
    .transform((rights) => RIGHTS.filter((right) => rights.includes(right))),
});
export type AcceptJoin = z.input<typeof AcceptJoin>;
