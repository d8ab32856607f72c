import type { Words } from '../../platform/i18n/index.ts';

const de = {
  setUp: {
    title: 'App für Codes einrichten',
    lead: 'Eine App auf Ihrem Telefon zeigt alle 30 Sekunden einen neuen Code. Bei der Anmeldung geben Sie ihn nach dem Passwort ein: Ein gestohlenes Passwort allein öffnet dann nichts mehr.',
    apps: 'Jede App für Einmalcodes geht, zum Beispiel FreeOTP, Aegis, Google Authenticator, Microsoft Authenticator oder Ihr Passwort-Manager.',
    begin: 'QR-Code anzeigen',
    scan: '1. Scannen Sie diesen Code mit der App',
    picture: 'QR-Code für die App; die Zeichen darunter sagen dasselbe',
    type: 'Oder geben Sie diesen Schlüssel in der App ein:',
    open: 'Auf diesem Gerät in der App öffnen',
    enter: '2. Geben Sie den Code ein, den die App zeigt',
    code: 'Code aus der App',
    codeHint: 'Sechs Ziffern',
    submit: 'Einrichten',
    again: 'Neuen QR-Code erzeugen',
    replaces: 'Sobald der Code stimmt, gilt die App von bisher nicht mehr.',
    ends: 'Ihre anderen Sitzungen enden dabei.',
  },
  step: {
    title: 'Zweiter Schritt',
    lead: (p: { email: string }) =>
      `Ihr Passwort stimmt. Bitte zeigen Sie noch, dass Sie es sind: ${p.email}.`,
    code: 'Code aus Ihrer App',
    codeHint: 'Sechs Ziffern, oder einer Ihrer Wiederherstellungscodes',
    recovery: 'Wiederherstellungscode',
    trust: 'Diesem Gerät 30 Tage vertrauen',
    trustHint: 'Dann fragen wir hier nur nach dem Passwort. Nicht an Geräten, die andere benutzen.',
    submit: 'Weiter',
    cancel: 'Abbrechen und abmelden',
    lost: 'App, Passkey und Wiederherstellungscodes nicht zur Hand? Unser Service-Telefon hilft Ihnen:',
  },
  enrol: {
    title: 'Zweiten Faktor einrichten',
    lead: (p: { firm: string }) =>
      `${p.firm} verlangt bei der Anmeldung einen zweiten Faktor. Richten Sie ihn jetzt einmal ein: eine App für Codes oder einen Passkey.`,
    done: 'Ihr zweiter Faktor ist eingerichtet',
  },
};

const en: Words<typeof de> = {
  setUp: {
    title: 'Set up an app for codes',
    lead: 'An app on your telephone shows a new code every 30 seconds. When you sign in you enter it after the password: a stolen password alone then opens nothing any more.',
    apps: 'Any app for one-time codes will do, for example FreeOTP, Aegis, Google Authenticator, Microsoft Authenticator or your password manager.',
    begin: 'Show QR code',
    scan: '1. Scan this code with the app',
    picture: 'QR code for the app; the characters below say the same',
    type: 'Or type this key into the app:',
    open: 'Open in the app on this device',
    enter: '2. Enter the code that the app shows',
    code: 'Code from the app',
    codeHint: 'Six digits',
    submit: 'Set up',
    again: 'Make a new QR code',
    replaces: 'As soon as the code is right, your present app no longer counts.',
    ends: 'Your other sessions end then.',
  },
  step: {
    title: 'Second step',
    lead: (p) => `Your password is right. Please show once more that it is you: ${p.email}.`,
    code: 'Code from your app',
    codeHint: 'Six digits, or one of your recovery codes',
    recovery: 'Recovery code',
    trust: 'Trust this device for 30 days',
    trustHint: 'Then we ask only for the password here. Not on devices that others use.',
    submit: 'Continue',
    cancel: 'Cancel and sign out',
    lost: 'No app, passkey or recovery codes at hand? Our service phone helps you:',
  },
  enrol: {
    title: 'Set up a second factor',
    lead: (p) =>
      `${p.firm} asks for a second factor at sign-in. Please set it up now, once: an app for codes or a passkey.`,
    done: 'Your second factor is set up',
  },
};

export const words = { de, en };
