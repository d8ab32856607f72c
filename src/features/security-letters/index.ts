export { securityHandlers } from './handlers.ts';
export { type SecurityChange, securityChanged, securityJobs } from './jobs.ts';
export { tellPerson } from './tell.ts';
