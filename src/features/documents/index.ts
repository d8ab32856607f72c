export { documentApi } from './api.ts';
export { documentJobs } from './jobs.ts';
export { documentHandlers } from './letters.ts';
export { moveDocument } from './move-document.ts';
export { documentHref } from './paths.ts';
export { periodText } from './period.ts';
export { documentRoutes } from './routes.ts';
export { type NewDocument, type NewFile, type StoringCtx, storeDocument } from './store-document.ts';
