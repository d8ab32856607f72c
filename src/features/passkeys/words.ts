import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Passkey hinzufügen',
  lead: 'Mit einem Passkey melden Sie sich mit Fingerabdruck, Gesicht oder Geräte-PIN an: ohne Passwort, ohne Code, und geschützt vor gefälschten Seiten.',
  name: 'Name',
  nameHint: 'Woran Sie ihn wiedererkennen, zum Beispiel „Notebook im Büro“',
  add: 'Passkey erstellen',
  back: 'Sicherheit',
  cancelled: 'Es wurde kein Passkey verwendet. Sie können es noch einmal versuchen.',
  known: 'Auf diesem Gerät gibt es schon einen Passkey für Ihren Zugang.',
  failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  needsScript: 'Passkeys brauchen JavaScript. Alles andere geht auch ohne.',
  unavailable: 'Unter dieser Adresse geht es nicht',
  unavailableText:
    'Browser erstellen Passkeys nur für eine Adresse mit Namen und verschlüsselter Verbindung.',
  tryLocalhost: 'Zum Ausprobieren: dasselbe Portal unter „localhost“',
  signIn: 'Mit Passkey anmelden',
  useForStep: 'Passkey verwenden',
};

const en: Words<typeof de> = {
  title: 'Add a passkey',
  lead: 'With a passkey you sign in by fingerprint, face or device PIN: without password or code, and safe from forged sites.',
  name: 'Name',
  nameHint: 'By which you recognise it, for example “Notebook at the office”',
  add: 'Create passkey',
  back: 'Security',
  cancelled: 'No passkey was used. You can try again.',
  known: 'There is a passkey for your login on this device already.',
  failed: 'That did not work. Please try again.',
  needsScript: 'Passkeys need JavaScript. Everything else works without.',
  unavailable: 'Not possible under this address',
  unavailableText: 'Browsers make passkeys only for an address with a name and an encrypted connection.',
  tryLocalhost: 'To try it: the same portal under “localhost”',
  signIn: 'Sign in with a passkey',
  useForStep: 'Use passkey',
};

export const words = { de, en };
