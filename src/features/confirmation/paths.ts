export const PATH = '/konto/bestaetigen';
export const PASSKEY_PATH = `${PATH}/passkey`;
