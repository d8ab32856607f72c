export { templateApi } from './api.ts';
export { templateRoutes } from './routes.tsx';
export { saveTemplate } from './save-template.ts';
