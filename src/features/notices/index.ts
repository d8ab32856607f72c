export { noticeApi } from './api.ts';
export { noticeHandlers } from './handlers.ts';
export { noticeJobs } from './jobs.ts';
export { addNotice } from './queries.ts';
export { noticeRoutes } from './routes.tsx';
