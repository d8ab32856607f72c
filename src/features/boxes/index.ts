export { boxApi } from './api.ts';
export { recordBoxMovement } from './record-box-movement.ts';
export { boxRoutes } from './routes.tsx';
