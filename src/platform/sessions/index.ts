export type { SessionRow, SessionStage } from './queries.ts';
export { forgeryToken, isToken, newToken, sameSecret } from './session-token.ts';
export { ABSOLUTE_DAYS, endSession, IDLE_MINUTES, sessionOf, startSession } from './sessions.ts';
