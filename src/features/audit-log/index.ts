export { auditJobs } from './jobs.ts';
export { auditRoutes } from './routes.tsx';
export { auditHandlers } from './seal.ts';
