export { documentJobs } from './jobs.ts';
export { documentHandlers } from './letters.ts';
export { moveDocument } from './move-document.ts';
export { type NewDocument, type NewFile, type StoringCtx, storeDocument } from './store-document.ts';
