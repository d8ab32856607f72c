import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  title: 'Rechnungseinstellungen',
  lead: 'Wie Ihre Rechnungen aussehen und wer eine Kopie per E-Mail bekommt. Ausgestellte Rechnungen ändern sich nicht mehr.',
  copies: 'Kopien per E-Mail',
  copiesHint: 'Eine Adresse je Zeile, höchstens 10.',
  formats: {
    zugferd: {
      title: 'ZUGFeRD',
      detail: 'PDF zum Lesen mit eingebetteten Daten. Passt für fast alle Firmen.',
    },
    xrechnung: { title: 'XRechnung', detail: 'Nur Daten (XML). Behörden verlangen sie meist.' },
  },
  leitwegHint:
    'Nur für öffentliche Auftraggeber; Sie haben sie mit dem Auftrag bekommen. Zum Beispiel 04011000-12345-03.',
  referenceHint:
    'Steht auf jeder Rechnung, zum Beispiel eine Bestellnummer. Mit einer Leitweg-ID ist sie nicht nötig. Ohne beides nennt die E-Rechnung Ihre Kundennummer.',
  vatIdHint:
    'Steht auf jeder Rechnung. Zum Beispiel DE123456788; für Firmen in Deutschland keine Pflicht, im Ausland meist nötig.',
  countryHint: 'In welchem Land Ihre Rechnungsanschrift liegt.',
  displayHint: 'Gezeigt werden immer beide, auf Rechnungen sowieso.',
  fields: {
    invoiceCopies: 'Rechnungen',
    reportCopies: 'Wochenberichte',
    receiptCopies: 'Einlieferungsbelege',
    einvoiceFormat: 'Format der E-Rechnung',
    leitwegId: 'Leitweg-ID',
    buyerReference: 'Ihre Referenz',
    vatId: 'USt-IdNr.',
    country: 'Land der Rechnungsanschrift',
    priceDisplay: 'Beträge in Listen',
  },
  values: {
    einvoiceFormat: { zugferd: 'ZUGFeRD', xrechnung: 'XRechnung' },
    priceDisplay: { net: 'netto zuerst', gross: 'brutto zuerst' },
  },
  did: {
    'invoice-settings.change': (p: { who: string; name: string }) =>
      `${p.who} hat die Rechnungseinstellungen geändert`,
  },
  notAnEmail: (p: { typed: string }) => `„${p.typed}“ ist keine E-Mail-Adresse`,
  done: 'Die Rechnungseinstellungen sind gespeichert.',
};

const en: Words<typeof de> = {
  title: 'Invoice settings',
  lead: 'What your invoices look like and who gets a copy by e-mail. Invoices that have been issued do not change.',
  copies: 'Copies by e-mail',
  copiesHint: 'One address on each line, at most 10.',
  formats: {
    zugferd: {
      title: 'ZUGFeRD',
      detail: 'A PDF to read with the data embedded. Right for nearly every company.',
    },
    xrechnung: { title: 'XRechnung', detail: 'Data only (XML). Usually required by public bodies.' },
  },
  leitwegHint: 'For public buyers only; you got it with the order. For example 04011000-12345-03.',
  referenceHint:
    'Printed on every invoice, for example an order number. Not needed with a Leitweg-ID. Without either, the e-invoice names your customer number.',
  vatIdHint:
    'Printed on every invoice. For example DE123456788; not required for companies in Germany, usually needed abroad.',
  countryHint: 'Where your billing address is.',
  displayHint: 'Both are always shown, on invoices anyway.',
  fields: {
    invoiceCopies: 'Invoices',
    reportCopies: 'Weekly reports',
    receiptCopies: 'Drop-off receipts',
    einvoiceFormat: 'Format of the e-invoice',
    leitwegId: 'Leitweg-ID',
    buyerReference: 'Your reference',
    vatId: 'VAT ID',
    country: 'Country of the billing address',
    priceDisplay: 'Amounts in lists',
  },
  values: {
    einvoiceFormat: { zugferd: 'ZUGFeRD', xrechnung: 'XRechnung' },
    priceDisplay: { net: 'net first', gross: 'gross first' },
  },
  did: {
    'invoice-settings.change': (p) => `${p.who} changed the invoice settings`,
  },
  notAnEmail: (p) => `“${p.typed}” is not an e-mail address`,
  done: 'The invoice settings have been saved.',
};

export const words = { de, en };
