/** Addresses of this folder (they are German words in both languages). */
export const SIGN_IN = '/anmelden';
export const SIGN_OUT = '/abmelden';
export const FORGOTTEN = '/passwort-vergessen';
export const NEW_PASSWORD = '/neues-passwort';
export const LANGUAGE = '/sprache';
