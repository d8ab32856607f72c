export { standingPickupApi } from './api.ts';
export { addDate, moveDate, restoreDate, skipDate } from './change-date.ts';
export { changePlan } from './change-plan.ts';
export { standingPickupHandlers } from './handlers.ts';
export { standingPickupJobs } from './jobs.ts';
export { endPlan, pausePlan, removePause } from './pause-plan.ts';
export { standingPickupRoutes } from './routes.tsx';
export { setUpPlan } from './set-up-plan.ts';
