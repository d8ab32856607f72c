import type { Words } from '../../platform/i18n/index.ts';

const de = {
  signIn: {
    title: 'Anmelden',
    lead: 'Bestellen, buchen und nachsehen: alles zu Ihrer Geschäftspost.',
    customerNumber: 'Kundennummer',
    customerNumberHint: 'D und Ziffern, auf Ihrer Rechnung oben rechts',
    email: 'E-Mail-Adresse',
    password: 'Passwort',
    passwordHint: 'Oder das einmalige Passwort aus unserer E-Mail',
    submit: 'Anmelden',
    forgotten: 'Passwort vergessen?',
    noAccess: 'Ihre Firma hat noch keinen Zugang?',
    register: 'Jetzt registrieren',
  },
  notices: {
    'signed-out': { title: 'Sie sind abgemeldet', text: 'Bis zum nächsten Mal.' },
    'please-sign-in': {
      title: 'Bitte melden Sie sich an',
      text: 'Danach geht es dort weiter, wohin Sie wollten.',
    },
    'form-kept': {
      title: 'Ihre Sitzung ist beendet',
      text: 'Bitte melden Sie sich wieder an. Ihre Eingaben sind noch da, es wurde noch nichts abgeschickt.',
    },
    'form-lost': {
      title: 'Ihre Sitzung ist beendet',
      text: 'Bitte melden Sie sich wieder an. Ihre Eingaben waren zu umfangreich, um sie aufzuheben; es wurde nichts abgeschickt.',
    },
  },
  demo: {
    title: 'Zum Ausprobieren',
    customerNumber: 'Kundennummer',
    others: 'ebenso D100002 und D100003',
    all: 'Mit allen Rechten',
    few: 'Mit wenigen Rechten',
    password: 'Passwort',
  },
  forgotten: {
    title: 'Passwort vergessen',
    lead: 'Wir schicken Ihnen ein einmaliges Passwort. Damit melden Sie sich an und vergeben ein neues.',
    submit: 'Einmaliges Passwort anfordern',
    back: 'Zur Anmeldung',
    doneTitle: 'Sehen Sie in Ihr Postfach',
    done: 'Falls die Adresse bei uns hinterlegt ist, bekommen Sie gleich eine E-Mail mit einem einmaligen Passwort. Es gilt 30 Minuten.',
    doneHelp: (p: { phone: string }) =>
      `Nichts angekommen? Sehen Sie auch im Spam-Ordner nach. Unser Service-Telefon hilft Ihnen weiter: ${p.phone}.`,
  },
  newPassword: {
    title: 'Neues Passwort vergeben',
    lead: (p: { email: string; customerNumber: string }) =>
      `Sie haben sich mit einem einmaligen Passwort angemeldet: ${p.email}, Kundennummer ${p.customerNumber}.`,
    password: 'Neues Passwort',
    hint: 'Mindestens 10 Zeichen, zum Beispiel mehrere Wörter. Ohne Kundennummer und ohne den Namen aus Ihrer E-Mail-Adresse.',
    repeat: 'Neues Passwort wiederholen',
    differs: 'Die beiden Passwörter sind verschieden',
    note: 'Alle anderen Sitzungen mit Ihrem Zugang werden beendet.',
    submit: 'Passwort speichern',
    cancel: 'Abbrechen und abmelden',
  },
  resume: {
    title: 'Sie sind wieder angemeldet',
    lead: 'Ihre Eingaben sind noch da. Mit „Fortsetzen“ schicken Sie sie jetzt ab.',
    submit: 'Fortsetzen',
    discard: 'Verwerfen, zur Übersicht',
  },
};

const en: Words<typeof de> = {
  signIn: {
    title: 'Sign in',
    lead: 'Order, book and look up: everything about your business mail.',
    customerNumber: 'Customer number',
    customerNumberHint: 'D and digits, top right on your invoice',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: 'Or the one-time password from our e-mail',
    submit: 'Sign in',
    forgotten: 'Forgotten your password?',
    noAccess: 'Your company has no access yet?',
    register: 'Register now',
  },
  notices: {
    'signed-out': { title: 'You are signed out', text: 'See you next time.' },
    'please-sign-in': {
      title: 'Please sign in',
      text: 'After that you go on to where you wanted to go.',
    },
    'form-kept': {
      title: 'Your session has ended',
      text: 'Please sign in again. What you entered is still here; nothing has been sent yet.',
    },
    'form-lost': {
      title: 'Your session has ended',
      text: 'Please sign in again. What you entered was too large to be kept; nothing has been sent.',
    },
  },
  demo: {
    title: 'Try it out',
    customerNumber: 'Customer number',
    others: 'D100002 and D100003 alike',
    all: 'With all rights',
    few: 'With few rights',
    password: 'Password',
  },
  forgotten: {
    title: 'Forgotten password',
    lead: 'We send you a one-time password. You sign in with it and choose a new one.',
    submit: 'Request a one-time password',
    back: 'To sign-in',
    doneTitle: 'Look into your mailbox',
    done: 'If we know this address, you will shortly receive an e-mail with a one-time password. It is valid for 30 minutes.',
    doneHelp: (p) =>
      `Nothing has arrived? Please look into your spam folder, too. Our service phone helps you: ${p.phone}.`,
  },
  newPassword: {
    title: 'Choose a new password',
    lead: (p) => `You signed in with a one-time password: ${p.email}, customer number ${p.customerNumber}.`,
    password: 'New password',
    hint: 'At least 10 characters, for example several words. Without your customer number and without the name in your e-mail address.',
    repeat: 'Repeat the new password',
    differs: 'The two passwords differ',
    note: 'All other sessions of your login will end.',
    submit: 'Save password',
    cancel: 'Cancel and sign out',
  },
  resume: {
    title: 'You are signed in again',
    lead: 'What you entered is still here. “Continue” sends it now.',
    submit: 'Continue',
    discard: 'Discard, to the overview',
  },
};

/** The words of the pages; those of the letters stand in `letter-words.ts`. */
export const words = { de, en };
