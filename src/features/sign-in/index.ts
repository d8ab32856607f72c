export { signInApi } from './api.ts';
export { signInHandlers } from './handlers.ts';
export { signInJobs } from './jobs.ts';
export { hashPassword, verifyPassword } from './password-hash.ts';
export { signInRoutes } from './routes.tsx';
export { setNewPassword } from './set-new-password.ts';
export { showSignIn } from './show-sign-in.ts';
export { type BegunSession, signIn, type Visit } from './sign-in.ts';
export { signOut } from './sign-out.ts';
