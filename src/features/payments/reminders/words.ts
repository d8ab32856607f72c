import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: (p: { number: string }) => `Zahlungserinnerung ${p.number}`,
  heading: 'Zahlungserinnerung',
  customerNumber: 'Kundennummer',
  number: 'Nummer',
  date: 'Datum',
  phone: 'Telefon',
  vatId: 'USt-IdNr.',
  intro: (p: { date: string }) =>
    `sicher ist es Ihrer Aufmerksamkeit entgangen: Bis zum ${p.date} haben wir für die folgenden Rechnungen keine oder keine vollständige Zahlung erhalten.`,
  salutation: 'Guten Tag,',
  columns: { number: 'Rechnung', issued: 'vom', due: 'fällig am', gross: 'Betrag €', open: 'offen €' },
  total: 'Offener Betrag',
  ask: (p: { date: string; iban: string; bank: string; holder: string; number: string }) =>
    `Bitte überweisen Sie den offenen Betrag bis zum ${p.date} auf das Konto ${p.iban} (${p.bank}) von ${p.holder} mit dem Verwendungszweck ${p.number}.`,
  crossed: (p: { phone: string }) =>
    `Haben Sie inzwischen gezahlt, betrachten Sie dieses Schreiben bitte als gegenstandslos. Stimmt etwas nicht, rufen Sie uns an: ${p.phone}.`,
  pageOf: 'Seite {page} von {pages}',
  fileName: 'Zahlungserinnerung',
};

const en: Words<typeof de> = {
  title: (p) => `Payment reminder ${p.number}`,
  heading: 'Payment reminder',
  customerNumber: 'Customer number',
  number: 'Number',
  date: 'Date',
  phone: 'Phone',
  vatId: 'VAT ID',
  intro: (p) =>
    `this may have escaped your attention: as of ${p.date} we have not received full payment of the following invoices.`,
  salutation: 'Dear Sir or Madam,',
  columns: { number: 'Invoice', issued: 'dated', due: 'due on', gross: 'Amount €', open: 'open €' },
  total: 'Open amount',
  ask: (p) =>
    `Please transfer the open amount by ${p.date} to the account ${p.iban} (${p.bank}) of ${p.holder} with the reference ${p.number}.`,
  crossed: (p) =>
    `If you have paid in the meantime, please disregard this letter. If something is not right, call us: ${p.phone}.`,
  pageOf: 'Page {page} of {pages}',
  fileName: 'Payment-reminder',
};

export const reminderWords = { de, en };
