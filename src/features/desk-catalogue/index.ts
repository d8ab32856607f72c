export { catalogueHandlers } from './handlers.ts';
export { catalogueJobs } from './jobs.ts';
export { deskCatalogueRoutes } from './routes.tsx';
