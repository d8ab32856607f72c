import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Bitte bestätigen Sie, dass Sie es sind',
  lead: 'Was jetzt kommt, soll niemand tun, der nur an Ihrem offenen Bildschirm sitzt. Danach fragen wir zehn Minuten lang nicht wieder.',
  kept: 'Ihre Eingaben sind noch da. Es wurde noch nichts abgeschickt.',
  lost: 'Ihre Eingaben waren zu umfangreich, um sie aufzuheben. Es wurde nichts abgeschickt.',
  password: 'Passwort',
  code: 'Code aus Ihrer App',
  codeHint: 'Sechs Ziffern, oder einer Ihrer Wiederherstellungscodes',
  recovery: 'Wiederherstellungscode',
  submit: 'Bestätigen',
  cancel: 'Abbrechen',
  confirmed: {
    title: 'Danke, Sie sind es',
    lead: 'Ihre Eingaben sind noch da. Mit „Fortsetzen“ schicken Sie sie jetzt ab.',
  },
};

const en: Words<typeof de> = {
  title: 'Please confirm that it is you',
  lead: 'Nobody who merely sits at your open screen should be able to do what comes next. After this we do not ask again for ten minutes.',
  kept: 'What you entered is still here. Nothing has been sent yet.',
  lost: 'What you entered was too large to be kept. Nothing has been sent.',
  password: 'Password',
  code: 'Code from your app',
  codeHint: 'Six digits, or one of your recovery codes',
  recovery: 'Recovery code',
  submit: 'Confirm',
  cancel: 'Cancel',
  confirmed: {
    title: 'Thank you, it is you',
    lead: 'What you entered is still here. “Continue” sends it now.',
  },
};

export const words = { de, en };
