export { dropOffAnswersOf } from './answers.ts';
export { dropOffApi } from './api.ts';
export { bookDropOff } from './book-drop-off.ts';
export { changeDropOff } from './change/change-drop-off.ts';
export { type DeskDropOff, dropOffByManifestCode } from './desk-queries.ts';
export { type Announced, findAnnounced, type StoredItem } from './queries.ts';
export { dropOffRoutes } from './routes.tsx';
