export { ownDataRoutes } from './routes.tsx';
