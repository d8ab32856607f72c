import type { Words } from '../../platform/i18n/index.ts';

const de = {
  title: 'Ihre Wiederherstellungscodes',
  lead: 'Ohne Ihre App oder Ihren Passkey kommen Sie mit einem dieser Codes herein. Jeder gilt einmal.',
  once: 'Wir zeigen sie nur jetzt',
  keep: 'Drucken Sie diese Seite, oder speichern Sie die Codes, wo Sie auch ohne Ihr Telefon herankommen.',
  list: 'Wiederherstellungscodes',
  download: 'Als Textdatei speichern',
  goOn: 'Weiter',
  file: (p: { carrier: string; login: string; date: string }) =>
    `Wiederherstellungscodes für das Kundenportal ${p.carrier}\n${p.login}\nErstellt: ${p.date}\nJeder Code gilt einmal.\n`,
};

const en: Words<typeof de> = {
  title: 'Your recovery codes',
  lead: 'Without your app or your passkey one of these codes lets you in. Each is good for one time.',
  once: 'We show them only now',
  keep: 'Print this page, or save the codes where you can get at them without your phone, too.',
  list: 'Recovery codes',
  download: 'Save as a text file',
  goOn: 'Continue',
  file: (p) =>
    `Recovery codes for the customer portal ${p.carrier}\n${p.login}\nMade: ${p.date}\nEach code is good for one time.\n`,
};

export const words = { de, en };
