export { confirmationRoutes, showConfirmation } from './routes.tsx';
