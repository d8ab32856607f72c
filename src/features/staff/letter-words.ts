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
  factor: {
    app: {
      subject: (p: { carrier: string }) => `Neue App für Ihren Zugang zum Desk von ${p.carrier}`,
      opening:
        'für Ihren Zugang zum Desk ist eine andere App für Codes eingerichtet. Codes der bisherigen gelten nicht mehr.',
    },
    codes: {
      subject: (p: { carrier: string }) => `Neue Wiederherstellungscodes für den Desk von ${p.carrier}`,
      opening:
        'für Ihren Zugang zum Desk sind neue Wiederherstellungscodes gemacht. Die bisherigen gelten nicht mehr.',
    },
    at: 'Zeitpunkt',
    notYou:
      'Das waren nicht Sie? Ändern Sie sofort Ihr Passwort und sagen Sie denen Bescheid, die das Portal verwalten.',
    link: 'Mein Zugang',
  },
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
  factor: {
    app: {
      subject: (p) => `Another app for your access to the desk of ${p.carrier}`,
      opening:
        'another app for codes has been set up for your access to the desk. Codes of the one before are worth nothing any more.',
    },
    codes: {
      subject: (p) => `New recovery codes for the desk of ${p.carrier}`,
      opening:
        'new recovery codes have been made for your access to the desk. The ones before are worth nothing any more.',
    },
    at: 'Time',
    notYou: 'It was not you? Change your password at once, and tell those who administer the portal.',
    link: 'My access',
  },
};

export const letterWords = { de, en };
