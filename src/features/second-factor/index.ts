export { activateTotp } from './activate-totp.ts';
export { countCode, forgetCodes } from './attempts.ts';
export { beginTotp } from './begin-totp.ts';
export { type CodeKind, useCode } from './check-code.ts';
export { CodeField } from './pages/code-field.tsx';
export { SetUpCard } from './pages/set-up-card.tsx';
export {
  passSecondStep,
  passSecondStepByPasskey,
  type StepPassed,
  type StepVisit,
} from './pass-second-step.ts';
export { findTotp, totpQueries } from './queries.ts';
export { removeTotp } from './remove-totp.ts';
export { ResetSecondFactor, resetSecondFactor } from './reset-second-factor.ts';
export { secondFactorRoutes } from './routes.tsx';
export { SecondFactorCode } from './schemas.ts';
export { codeOfStep, newSecret, presentStep, stepOfCode } from './totp.ts';
export { type SetUpView, setUpView, shownSecret } from './view.ts';
export { words as secondFactorWords } from './words.ts';
