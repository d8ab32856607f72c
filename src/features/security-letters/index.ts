export { securityHandlers } from './handlers.ts';
export { type SecurityChange, securityChanged, securityJobs } from './jobs.ts';
export { tellAbout, tellPerson } from './tell.ts';
