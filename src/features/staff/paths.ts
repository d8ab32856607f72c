/** Where staff sign in, and where they do what is missing before they are let in. */
export const STAFF_SIGN_IN = {
  signIn: '/desk/anmelden',
  steps: {
    'new-password': '/desk/neues-passwort',
    'second-factor': '/desk/zweiter-schritt',
    enrol: '/desk/zweiter-faktor',
  },
} as const;
