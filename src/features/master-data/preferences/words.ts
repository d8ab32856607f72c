import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Sprache und Benachrichtigungen',
  lead: 'Das gilt nur für Sie, für jede Kundennummer, für die Sie handeln.',
  mails: 'Schicken Sie mir per E-Mail',
  mailsHint:
    'Was die Sicherheit Ihres Kontos betrifft, schreiben wir Ihnen immer. Im Portal sehen Sie alles, auch ohne E-Mail.',
  languages: { de: 'Deutsch', en: 'English' },
  fields: {
    language: 'Sprache',
    orderConfirmations: 'Auftragsbestätigungen',
    statusChanges: 'Änderungen an Aufträgen, zum Beispiel Stornierungen, und jeder Schritt einer Kurierfahrt',
    steps: 'Meldungen, wenn ein Auftrag angenommen oder wieder offen ist',
    deadlineReminders: 'Erinnerungen, bevor eine Frist abläuft',
    newDocuments: 'Hinweise auf neue Rechnungen, Berichte und Belege',
    completions: 'Meldungen, wenn ein Auftrag ausgeführt ist',
  },
  values: { language: { de: 'Deutsch', en: 'Englisch' } },
  did: {
    'preferences.change': (p: { who: string; name: string }) => `${p.who} hat die Einstellungen geändert`,
  },
  done: 'Ihre Einstellungen sind gespeichert.',
};

const en: Words<typeof de> = {
  title: 'Language and notifications',
  lead: 'This holds for you alone, for every customer number that you act for.',
  mails: 'Send me by e-mail',
  mailsHint:
    'About the security of your account we always write to you. In the portal you see everything, also without e-mail.',
  languages: { de: 'Deutsch', en: 'English' },
  fields: {
    language: 'Language',
    orderConfirmations: 'Order confirmations',
    statusChanges: 'Changes of orders, for example cancellations, and each step of a courier ride',
    steps: 'Messages when an order has been accepted or is open again',
    deadlineReminders: 'Reminders before a deadline passes',
    newDocuments: 'Notes about new invoices, reports and receipts',
    completions: 'Messages when an order has been carried out',
  },
  values: { language: { de: 'German', en: 'English' } },
  did: {
    'preferences.change': (p) => `${p.who} changed the settings`,
  },
  done: 'Your settings have been saved.',
};

export const words = { de, en };
