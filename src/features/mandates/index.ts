export { giveMandate } from './give-mandate.ts';
export { mandateJobs } from './jobs.ts';
export { mandateHandlers } from './letters.ts';
export { type CollectingMandate, mandateToCollect, namedMandateToCollect } from './mandate-to-collect.ts';
export { revokeMandate } from './revoke-mandate.ts';
export { mandateRoutes } from './routes.tsx';
export type { Signing } from './signed-mandate.ts';
