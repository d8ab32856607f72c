import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  oneTime: {
    subject: 'Ihr einmaliges Passwort',
    opening: 'für Ihren Zugang zum Kundenportal wurde ein einmaliges Passwort angefordert:',
    until: 'Gültig bis',
    numbers: (p: { count: number }) => (p.count === 1 ? 'Kundennummer' : 'Kundennummern'),
    email: 'E-Mail-Adresse',
    how: 'Melden Sie sich damit einmal an; danach vergeben Sie ein neues Passwort. Groß- und Kleinschreibung, Leerzeichen und Striche sind egal.',
    link: 'Zur Anmeldung',
    notYou: 'Sie haben es nicht angefordert? Dann tun Sie nichts: Ihr bisheriges Passwort gilt weiter.',
  },
  changed: {
    subject: 'Ihr Passwort wurde geändert',
    opening: (p: { at: string }) =>
      `das Passwort für Ihren Zugang zum Kundenportal wurde am ${p.at} geändert.`,
    ended: 'Alle anderen Sitzungen mit Ihrem Zugang sind beendet.',
    notYou: 'Sie waren das nicht? Vergeben Sie sofort ein neues Passwort, und rufen Sie uns an.',
    link: 'Passwort zurücksetzen',
  },
  closing: 'Freundliche Grüße',
  phone: 'Kundenservice',
};

const en: Words<typeof de> = {
  greeting: (p) => `Dear ${p.name},`,
  oneTime: {
    subject: 'Your one-time password',
    opening: 'A one-time password was requested for your login to the customer portal:',
    until: 'Valid until',
    numbers: (p) => (p.count === 1 ? 'Customer number' : 'Customer numbers'),
    email: 'E-mail address',
    how: 'Sign in with it once; after that you choose a new password. Capital letters, spaces and hyphens do not matter.',
    link: 'Sign in',
    notYou: 'You did not request it? Then do nothing: your present password remains valid.',
  },
  changed: {
    subject: 'Your password has been changed',
    opening: (p) => `The password of your login to the customer portal was changed on ${p.at}.`,
    ended: 'All other sessions of your login have ended.',
    notYou: 'It was not you? Choose a new password at once, and call us.',
    link: 'Reset the password',
  },
  closing: 'Kind regards',
  phone: 'Customer service',
};

export const letterWords = { de, en };
