export { createStaff } from './accounts/create-staff.ts';
export { deactivateStaff } from './accounts/deactivate-staff.ts';
export { newStaffPassword } from './accounts/new-staff-password.ts';
export { findStaffByEmail, listStaff, staffWithSecondFactor } from './accounts/queries.ts';
export { resetStaffSecondFactor } from './accounts/reset-staff-second-factor.ts';
export { staffJobs } from './jobs.ts';
export { staffHandlers } from './letters.ts';
export { STAFF_SIGN_IN } from './paths.ts';
export { staffRoutes } from './routes.ts';
