export { bankText } from './bank-text.ts';
export { ciiXml, type EInvoiceFormat } from './cii/index.ts';
export { completeInvoice } from './complete.ts';
export { debitDueOn, transferDueOn } from './due.ts';
export { invoiceFaults } from './faults.ts';
export { giroCode } from './giro-code.ts';
export {
  type Buyer,
  DOCUMENT_KINDS,
  type DocumentKind,
  type DraftLine,
  type Invoice,
  type InvoiceDraft,
  type InvoiceLine,
  type IsoDate,
  type Payment,
  type Seller,
  type VatBreakdown,
  type VatTreatment,
} from './invoice.ts';
export { DOCUMENT_NUMBER, documentNumber, type NumberRange, rangeOf } from './number.ts';
export { ODDITIES, type Oddity, odditiesOf, type PreviewFacts } from './oddities.ts';
export { remaining, reversal, type TakenBack } from './reversal.ts';
