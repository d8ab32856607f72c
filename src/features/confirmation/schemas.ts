import { z } from 'zod';
import { SignIn } from '../sign-in/index.ts';

export const ConfirmIdentity = z.object({ password: SignIn.shape.password });
export type ConfirmIdentity = z.input<typeof ConfirmIdentity>;
