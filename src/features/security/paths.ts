export const SECURITY = '/konto/sicherheit';
export const SESSIONS = `${SECURITY}/sitzungen`;
export const DEVICES = `${SECURITY}/geraete`;
export const REQUIREMENT = `${SECURITY}/pflicht`;
/** Of the folders that set factors up. */
export const TOTP = `${SECURITY}/app`;
export const CODES = `${SECURITY}/codes`;
export const PASSKEY = `${SECURITY}/passkey`;
