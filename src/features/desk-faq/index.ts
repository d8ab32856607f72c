export { deskFaqRoutes } from './routes.tsx';
