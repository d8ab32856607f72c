import { SetNewPassword, SignIn } from '../sign-in/index.ts';

/** The password of now, and the new one. */
export const ChangePassword = SetNewPassword.extend({ oldPassword: SignIn.shape.password });
