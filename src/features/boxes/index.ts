export { boxApi } from './api.ts';
export { deskBoxRoutes } from './desk-routes.tsx';
export { DESK_BOXES } from './paths.ts';
export { recordBoxMovement } from './record-box-movement.ts';
export { boxRoutes } from './routes.tsx';
