import { z } from 'zod';
import { text } from '../../platform/input.ts';
import { SignIn } from '../sign-in/index.ts';

/** The password, and where a second factor is due a code of the app or a recovery code. */
export const ConfirmIdentity = z.object({ password: SignIn.shape.password, otp: text(40).default('') });
export type ConfirmIdentity = z.input<typeof ConfirmIdentity>;
