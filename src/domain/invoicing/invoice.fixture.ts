import { completeInvoice, type DraftLine, type Invoice, type InvoiceDraft } from './index.ts';

/** A line as samples and tests need it. */
export const draftLine = (changes: Partial<DraftLine> = {}): DraftLine => ({
  code: 'LETTER_STD',
  name: 'Standardbrief',
  costCentre: '1100 Prozessabteilung',
  reference: '',
  order: '',
  quantity: 412,
  unit: 'Stück',
  unitPrice: 7100,
  vat: { category: 'S', rate: 1900, reason: '' },
  from: '2026-11-01',
  to: '2026-11-30',
  ...changes,
});

/** What every sample has in common: a transfer, a firm, one line. */
export const invoiceDraft = (changes: Partial<InvoiceDraft> = {}): InvoiceDraft => ({
  kind: 'invoice',
  number: 'R-2026-000017',
  language: 'de',
  issuedOn: '2026-12-01',
  from: '2026-11-01',
  to: '2026-11-30',
  seller: {
    name: 'Musterpost GmbH',
    street: 'Laternenkai 12',
    postcode: '10999',
    city: 'Berlin',
    country: 'DE',
    contact: 'Kundenservice',
    phone: '030 5550100',
    email: 'service@musterpost.example',
    vatId: 'DE123456789',
    taxNumber: '30/123/45678',
    legalNote: 'Amtsgericht Charlottenburg, HRB 000000 B',
  },
  buyer: {
    customerNumber: 'D100001',
    name: 'Kanzlei Aydın & Töchter',
    addition: '',
    street: 'Laternenplatz 4',
    postcode: '10719',
    city: 'Berlin',
    country: 'DE',
    electronicAddress: { scheme: 'EM', id: 'buchhaltung@kanzlei.example' },
  },
  buyerReference: 'D100001',
  preceding: null,
  lines: [draftLine()],
  payment: {
    kind: 'transfer',
    dueOn: '2026-12-15',
    holder: 'Musterpost GmbH',
    iban: 'DE02120300000000202051',
    bic: 'BYLADEM1001',
    bank: 'Musterbank',
  },
  paymentTerms: 'Bitte überweisen Sie den Betrag bis zum 15.12.2026.',
  notes: [],
  ...changes,
});

export const sampleInvoice = (changes: Partial<InvoiceDraft> = {}): Invoice =>
  completeInvoice(invoiceDraft(changes));

/** The same, collected by direct debit. */
export const debitPayment = {
  kind: 'debit',
  dueOn: '2026-12-15',
  scheme: 'CORE',
  mandate: 'D100001-0001',
  creditorId: 'DE98ZZZ09999999999',
  maskedIban: 'DE•• •••• •••• •••• ••30 00',
  iban: null,
} as const;
