export { dayJobs } from './jobs.ts';
export { dayHandlers } from './letters.ts';
export { endLivePages } from './live.ts';
export { markUnconfirmed } from './mark-unconfirmed.ts';
export { type LockedOrder, lockDayOrder } from './queries.ts';
export { REASON_NAMES } from './reason-words.ts';
export { dayRoutes } from './routes.tsx';
export { recordCompletion, takeStep } from './take-step.ts';
