export { acceptJoinRequest, declineJoinRequest } from './answer-join.ts';
export { approveRegistration, declineRegistration, listRegistrations } from './answer-registration.ts';
export { DEMO_ACTIVATION_CODE } from './demo-help.ts';
export { customerByNumber, isRegistered } from './desk-queries.ts';
export { type ActivationCode, issueActivationCode } from './issue-activation-code.ts';
export { registrationJobs } from './jobs.ts';
export { registrationHandlers } from './letters.ts';
export { findJoinRequest, type JoinRequest, openJoinRequests } from './queries.ts';
export { registrationRoutes } from './routes.tsx';
