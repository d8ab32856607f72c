export type { SessionStage } from '../../domain/sign-in-steps.ts';
export { type CustomerView, customerViewOf, VIEW_MINUTES } from './customer-views.ts';
export { deviceLabel } from './device-label.ts';
export { type Factors, factorsOf, lockFactors } from './factors.ts';
export { isTrustedDevice, stageAfterPassword } from './first-stage.ts';
export { type Membership, membershipsOf } from './memberships.ts';
export { type NetworkKind, networkKind, networkOf } from './network.ts';
export { findOwnSession, type OwnSession, type SessionRow } from './queries.ts';
export { forgeryToken, isToken, newToken, sameSecret, tokenHash } from './session-token.ts';
export {
  ABSOLUTE_DAYS,
  endOtherSessions,
  endSession,
  IDLE_MINUTES,
  keptUserAgent,
  renewSession,
  sessionOf,
  startSession,
} from './sessions.ts';
export {
  confirmStaffSession,
  endOtherStaffSessions,
  endStaffSession,
  endStaffSessionsOf,
  renewStaffSession,
  STAFF_HOURS,
  STAFF_IDLE_MINUTES,
  type StaffSession,
  staffSessionOf,
  startStaffSession,
} from './staff-sessions.ts';
