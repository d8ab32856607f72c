export { calendarApi } from './api.ts';
export { calendarRoutes } from './routes.tsx';
