export { endAllOthers, endOneSession } from './end-sessions.ts';
export { requireSecondFactor } from './require-second-factor.ts';
export { securityRoutes } from './routes.tsx';
