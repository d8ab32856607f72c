export { apiDocsRoutes } from './routes.tsx';
