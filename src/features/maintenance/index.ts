export { maintenanceJobs } from './jobs.ts';
export { maintenanceHandlers } from './sweep-expired.ts';
