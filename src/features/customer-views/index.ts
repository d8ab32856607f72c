export { beginView } from './begin-view.ts';
export { customerViewRoutes } from './routes.tsx';
