import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  open: 'Öffnen',
  billing: 'Rechnungen gehen an',
  noBilling: 'noch nicht festgelegt',
  addresses: 'Anschriften',
  contacts: 'Personen',
  costCentresOpen: 'Offen',
  costCentresClosed: 'Geschlossen',
  none: 'keine',
  einvoice: 'E-Rechnung',
  reference: 'Leitweg-ID oder Referenz',
  copies: 'Kopien per E-Mail',
  display: 'Beträge in Listen',
  language: 'Sprache',
  mails: 'E-Mails',
  allMails: 'alle',
  someMails: (p: { count: string; all: string }) => `${p.count} von ${p.all} Arten`,
  noMails: 'nur zur Sicherheit Ihres Kontos',
};

const en: Words<typeof de> = {
  open: 'Open',
  billing: 'Invoices go to',
  noBilling: 'not chosen yet',
  addresses: 'Addresses',
  contacts: 'People',
  costCentresOpen: 'Open',
  costCentresClosed: 'Closed',
  none: 'none',
  einvoice: 'E-invoice',
  reference: 'Leitweg-ID or reference',
  copies: 'Copies by e-mail',
  display: 'Amounts in lists',
  language: 'Language',
  mails: 'E-mails',
  allMails: 'all',
  someMails: (p) => `${p.count} of ${p.all} kinds`,
  noMails: 'only about the security of your account',
};

export const words = { de, en };
