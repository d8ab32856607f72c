import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Passwort ändern',
  old: 'Bisheriges Passwort',
  password: 'Neues Passwort',
  hint: 'Mindestens 10 Zeichen, zum Beispiel mehrere Wörter. Ohne Kundennummer und ohne den Namen aus Ihrer E-Mail-Adresse.',
  repeat: 'Neues Passwort wiederholen',
  differs: 'Die beiden Passwörter sind verschieden',
  note: 'Alle anderen Sitzungen mit Ihrem Zugang enden, und vertraute Geräte müssen Sie neu bestätigen. Hier bleiben Sie angemeldet.',
  firms: 'Es gilt für alle Kundennummern, für die Sie handeln.',
  submit: 'Passwort ändern',
  forgotten: 'Bisheriges Passwort vergessen?',
  done: 'Ihr Passwort ist geändert',
  doneText: 'Alle anderen Sitzungen sind beendet. Wir haben Ihnen eine E-Mail geschickt.',
};

const en: Words<typeof de> = {
  title: 'Change password',
  old: 'Present password',
  password: 'New password',
  hint: 'At least 10 characters, for example several words. Without your customer number and without the name in your e-mail address.',
  repeat: 'Repeat the new password',
  differs: 'The two passwords differ',
  note: 'All other sessions of your login end, and trusted devices have to be confirmed again. Here you stay signed in.',
  firms: 'It holds for all customer numbers that you act for.',
  submit: 'Change password',
  forgotten: 'Forgotten your present password?',
  done: 'Your password has been changed',
  doneText: 'All other sessions have ended. We have sent you an e-mail.',
};

export const words = { de, en };
