/** Where staff sign in, and where they do what is missing before they are let in. */
export const STAFF_SIGN_IN = {
  signIn: '/desk/anmelden',
  steps: {
    'new-password': '/desk/neues-passwort',
    'second-factor': '/desk/zweiter-schritt',
    enrol: '/desk/zweiter-faktor',
  },
} as const;

export const DESK = '/desk';
export const STAFF_SIGN_OUT = '/desk/abmelden';
export const STAFF_LANGUAGE = '/desk/sprache';
/** What somebody changes about their own sign-in. */
export const OWN_ACCESS = `${DESK}/zugang`;
/** Where an app is exchanged, and where new recovery codes are made. */
export const OWN_APP = `${OWN_ACCESS}/app`;
export const OWN_CODES = `${OWN_ACCESS}/codes`;
/** Asks once more who it is. */
export const STAFF_CONFIRM = `${DESK}/bestaetigen`;
export const STAFF = '/desk/mitarbeitende';
export const NEW_STAFF = `${STAFF}/neu`;
export const staffHref = (id: number | string): string => `${STAFF}/${id}`;
