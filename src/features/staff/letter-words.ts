import type { Words } from '../../platform/i18n/index.ts';

const de = {
  greeting: (p: { name: string }) => `Guten Tag, ${p.name},`,
  subject: (p: { carrier: string }) => `Ihr einmaliges Passwort für den Desk von ${p.carrier}`,
  opening: 'mit diesem einmaligen Passwort melden Sie sich an und wählen dann ein eigenes:',
  email: 'E-Mail-Adresse',
  until: 'Gültig bis',
  how: 'Halten Sie Ihr Telefon bereit: Zur Anmeldung gehört eine App für Codes, die Sie dabei einrichten.',
  link: 'Zur Anmeldung für Mitarbeitende',
  notYou: 'Sie haben nichts davon erwartet? Dann sagen Sie bitte denen Bescheid, die das Portal verwalten.',
};

const en: Words<typeof de> = {
  greeting: (p) => `Hello ${p.name},`,
  subject: (p) => `Your one-time password for the desk of ${p.carrier}`,
  opening: 'you sign in with this one-time password and then choose one of your own:',
  email: 'E-mail address',
  until: 'Valid until',
  how: 'Have your telephone at hand: signing in takes an app for codes, which you set up on the way.',
  link: 'To the staff sign-in',
  notYou: 'You expected nothing of this? Then please tell those who administer the portal.',
};

export const letterWords = { de, en };
