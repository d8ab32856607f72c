export { acceptDropOff } from './accept-drop-off.ts';
export { deskDropOffRoutes } from './routes.tsx';
