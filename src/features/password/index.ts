export { changePassword } from './change-password.ts';
export { passwordRoutes } from './routes.tsx';
