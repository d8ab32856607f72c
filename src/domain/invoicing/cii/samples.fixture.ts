import { type Invoice, reversal } from '../index.ts';
import { debitPayment, draftLine, sampleInvoice } from '../invoice.fixture.ts';

const EXEMPT = { category: 'E', rate: 0, reason: 'Steuerfrei nach § 4 Nr. 11b UStG' } as const;

/** An invoice with everything that lines can have. */
export const whole = sampleInvoice({
  lines: [
    draftLine({ reference: 'Az. 12/26 <Müller> & "Söhne"', order: 'A-000012' }),
    draftLine({ unitPrice: 7125, quantity: 3, costCentre: '', code: '' }),
    draftLine({ unitPrice: 35_000, quantity: 2, vat: EXEMPT, from: '2026-11-12', to: '2026-11-12' }),
    draftLine({ quantity: -5, reference: 'Zählung vom 3.11. berichtigt' }),
  ],
  notes: ['Bestellzeichen 4711'],
});

/** Ten pieces of it, taken back. */
export const credit = reversal(whole, [{ position: 1, quantity: 10 }], {
  kind: 'correction',
  number: 'G-2026-000001',
  issuedOn: '2026-12-08',
  paymentTerms: 'Der Betrag wird verrechnet.',
  notes: ['Zu viel gezählt'],
  seller: whole.seller,
});

/** Every kind of document that the portal writes, by what it is. */
export const eInvoiceSamples: Record<string, Invoice> = {
  'paid by transfer': whole,
  'paid by debit': { ...whole, payment: debitPayment },
  'paid by debit from a named account': {
    ...whole,
    payment: { ...debitPayment, iban: 'DE89370400440532013000' },
  },
  'a correction': credit,
  'a cancellation': { ...credit, kind: 'cancellation' },
  'for an authority': {
    ...whole,
    buyer: { ...whole.buyer, electronicAddress: { scheme: '0204', id: '11-BERLIN1-34' } },
    buyerReference: '11-BERLIN1-34',
  },
  'to a buyer abroad': {
    ...whole,
    buyer: { ...whole.buyer, country: 'AT', vatId: 'ATU12345678', postcode: '1010', city: 'Wien' },
  },
  'with the least there is': {
    ...sampleInvoice({ lines: [draftLine({ code: '', costCentre: '' })] }),
    seller: { ...whole.seller, taxNumber: '', legalNote: '' },
    buyer: { ...whole.buyer, electronicAddress: null },
  },
};
