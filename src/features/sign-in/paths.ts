import type { SignInStep } from '../../web/index.ts';

/** Addresses of this folder (they are German words in both languages). */
export const SIGN_IN = '/anmelden';
export const SIGN_OUT = '/abmelden';
export const FORGOTTEN = '/passwort-vergessen';
export const NEW_PASSWORD = '/neues-passwort';
/** The second factor, after a right password. */
export const SECOND_STEP = '/anmelden/zweiter-schritt';
/** Setting one up, because the firm asks for it. */
export const ENROL = '/anmelden/einrichten';
export const ENROL_PASSKEY = `${ENROL}/passkey`;
export const STEP_PASSKEY = `${SECOND_STEP}/passkey`;
export const PASSKEY = '/anmelden/passkey';
/** Which of several firms to act for. */
export const CHOOSE_FIRM = '/konto/firma-wechseln';
export const LANGUAGE = '/sprache';
/** For firms without an access yet. */
export const REGISTER = '/registrieren';

/** Where each step is done that may be missing after a right password. */
export const SIGN_IN_STEPS: Readonly<Record<SignInStep, string>> = {
  'new-password': NEW_PASSWORD,
  'second-factor': SECOND_STEP,
  enrol: ENROL,
};
