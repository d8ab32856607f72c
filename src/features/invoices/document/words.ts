import type { DocumentKind } from '../../../domain/invoicing/index.ts';
import type { Words } from '../../../platform/i18n/index.ts';

const de = {
  headings: {
    invoice: 'Rechnung',
    correction: 'Rechnungskorrektur',
    cancellation: 'Stornorechnung',
  } satisfies Record<DocumentKind, string>,
  title: (p: { heading: string; number: string }) => `${p.heading} ${p.number}`,
  customerNumber: 'Kundennummer',
  number: {
    invoice: 'Rechnungsnummer',
    correction: 'Belegnummer',
    cancellation: 'Belegnummer',
  } satisfies Record<DocumentKind, string>,
  date: 'Datum',
  period: 'Leistungszeitraum',
  preceding: 'zur Rechnung',
  yourReference: 'Ihr Zeichen',
  yourVatId: 'Ihre USt-IdNr.',
  vatId: 'USt-IdNr.',
  taxNumber: 'St.-Nr.',
  phone: 'Telefon',
  iban: 'IBAN',
  range: (p: { from: string; to: string }) => `${p.from} bis ${p.to}`,
  intro: (p: { range: string }) => `Für unsere Leistungen vom ${p.range} berechnen wir Ihnen:`,
  introCorrection: (p: { number: string; date: string }) =>
    `Von unserer Rechnung ${p.number} vom ${p.date} nehmen wir zu Ihren Gunsten zurück:`,
  introCancellation: (p: { number: string; date: string }) =>
    `Unsere Rechnung ${p.number} vom ${p.date} nehmen wir hiermit vollständig zurück:`,
  columns: {
    position: 'Pos.',
    service: 'Leistung',
    quantity: 'Menge',
    price: 'Einzelpreis €',
    vat: 'USt.',
    net: 'Netto €',
  },
  costCentre: (p: { name: string }) => `Kostenstelle ${p.name}`,
  noCostCentre: 'Ohne Kostenstelle',
  costCentreSum: 'Zwischensumme netto',
  reference: (p: { text: string }) => `Ihre Referenz: ${p.text}`,
  order: (p: { number: string; date: string }) => `Auftrag ${p.number} vom ${p.date}`,
  serviceDate: (p: { date: string }) => `Leistung am ${p.date}`,
  quantity: (p: { count: string; unit: string }) => `${p.count} ${p.unit}`,
  sumNet: 'Summe netto',
  vatOf: (p: { rate: string; base: string }) => `zzgl. ${p.rate} Umsatzsteuer auf ${p.base}`,
  vatNone: (p: { base: string }) => `Steuerfreie Umsätze ${p.base}`,
  total: {
    invoice: 'Rechnungsbetrag',
    correction: 'Korrekturbetrag zu Ihren Gunsten',
    cancellation: 'Stornierter Betrag zu Ihren Gunsten',
  } satisfies Record<DocumentKind, string>,
  giro: 'Überweisen per QR-Code',
  giroAlt: (p: { amount: string; iban: string; number: string }) =>
    `GiroCode für Ihre Banking-App: ${p.amount} an ${p.iban}, Verwendungszweck ${p.number}`,
  attached: 'Die Rechnung als Datensatz nach EN 16931',
  pageOf: 'Seite {page} von {pages}',
  transferTerms: (p: { date: string; holder: string; iban: string; bank: string; number: string }) =>
    `Bitte überweisen Sie den Rechnungsbetrag bis zum ${p.date} auf das Konto ${p.iban} (${p.bank}) von ${p.holder}. Verwendungszweck: ${p.number}.`,
  debitTerms: (p: {
    date: string;
    amount: string;
    iban: string;
    mandate: string;
    creditorId: string;
    scheme: string;
  }) =>
    `Wir ziehen den Betrag von ${p.amount} am ${p.date} per ${p.scheme} von Ihrem Konto ${p.iban} ein. Mandatsreferenz ${p.mandate}, unsere Gläubiger-Identifikationsnummer ${p.creditorId}. Bitte sorgen Sie für Deckung; überweisen müssen Sie nichts.`,
  schemes: { CORE: 'SEPA-Basislastschrift', B2B: 'SEPA-Firmenlastschrift' },
  setOffTerms:
    'Wir verrechnen den Betrag mit Ihren offenen Rechnungen; was darüber hinausgeht, zahlen wir aus.',
  nothingToPay: 'Es ist nichts zu zahlen.',
};

const en: Words<typeof de> = {
  headings: { invoice: 'Invoice', correction: 'Invoice correction', cancellation: 'Cancellation invoice' },
  title: (p) => `${p.heading} ${p.number}`,
  customerNumber: 'Customer number',
  number: { invoice: 'Invoice number', correction: 'Document number', cancellation: 'Document number' },
  date: 'Date',
  period: 'Period of service',
  preceding: 'Refers to invoice',
  yourReference: 'Your reference',
  yourVatId: 'Your VAT ID',
  vatId: 'VAT ID',
  taxNumber: 'Tax no.',
  phone: 'Phone',
  iban: 'IBAN',
  range: (p) => `${p.from} to ${p.to}`,
  intro: (p) => `For our services from ${p.range} we invoice you as follows:`,
  introCorrection: (p) => `We correct our invoice ${p.number} of ${p.date} in your favour:`,
  introCancellation: (p) => `We hereby cancel our invoice ${p.number} of ${p.date} in full:`,
  columns: {
    position: 'No.',
    service: 'Service',
    quantity: 'Quantity',
    price: 'Unit price €',
    vat: 'VAT',
    net: 'Net €',
  },
  costCentre: (p) => `Cost centre ${p.name}`,
  noCostCentre: 'Without a cost centre',
  costCentreSum: 'Subtotal net',
  reference: (p) => `Your reference: ${p.text}`,
  order: (p) => `Order ${p.number} of ${p.date}`,
  serviceDate: (p) => `Service on ${p.date}`,
  quantity: (p) => `${p.count} ${p.unit}`,
  sumNet: 'Total net',
  vatOf: (p) => `plus ${p.rate} VAT on ${p.base}`,
  vatNone: (p) => `Exempt from VAT ${p.base}`,
  total: {
    invoice: 'Amount due',
    correction: 'Correction in your favour',
    cancellation: 'Cancelled amount in your favour',
  },
  giro: 'Pay by QR code',
  giroAlt: (p) => `GiroCode for your banking app: ${p.amount} to ${p.iban}, reference ${p.number}`,
  attached: 'The invoice as data according to EN 16931',
  pageOf: 'Page {page} of {pages}',
  transferTerms: (p) =>
    `Please transfer the amount by ${p.date} to the account ${p.iban} (${p.bank}) of ${p.holder}. Reference: ${p.number}.`,
  debitTerms: (p) =>
    `We will collect ${p.amount} on ${p.date} by ${p.scheme} from your account ${p.iban}. Mandate reference ${p.mandate}, our creditor identifier ${p.creditorId}. Please make sure that there are sufficient funds in the account; you need not transfer anything.`,
  schemes: { CORE: 'SEPA Core Direct Debit', B2B: 'SEPA B2B Direct Debit' },
  setOffTerms: 'We set the amount off against your open invoices and pay out any remainder.',
  nothingToPay: 'There is nothing to pay.',
};

export const documentWords = { de, en };
