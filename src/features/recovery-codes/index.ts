export { makeRecoveryCodes, readRecoveryCode, type StoredCode, selectorOf } from './codes.ts';
export { loginOf } from './login-of.ts';
export { CodesCard } from './pages/codes-card.tsx';
export { CodesPage } from './pages/codes-page.tsx';
export { codeQueries, countCodes, deleteCodes, replaceCodes } from './queries.ts';
export { renewRecoveryCodes } from './renew-recovery-codes.ts';
export { useRecoveryCode } from './use-recovery-code.ts';
