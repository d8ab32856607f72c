export { queueRoutes } from './routes.tsx';
