import type { BasisPoints, Cents, UnitPrice } from '../money.ts';

/** A day as `2026-11-30`. An invoice is kept as JSON, so it holds text where others hold a Temporal value. */
export type IsoDate = string;

/** An invoice, or a document of its own that takes one back: in part, or as a whole. */
export const DOCUMENT_KINDS = ['invoice', 'correction', 'cancellation'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export interface PostalAddress {
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  /** ISO 3166, two letters. */
  readonly country: string;
}

/** The carrier as it stands on the invoice. */
export interface Seller extends PostalAddress {
  /** Who answers questions; a department is enough. */
  readonly contact: string;
  readonly phone: string;
  readonly email: string;
  readonly vatId: string;
  /** Steuernummer; empty where there is none besides the VAT id. */
  readonly taxNumber: string;
  /** Commercial register and who represents the company: additional legal information (BT-33). */
  readonly legalNote: string;
}

/** Where an e-invoice goes: an e-mail address, or for public buyers in Germany the Leitweg-ID. */
export interface ElectronicAddress {
  readonly scheme: 'EM' | '0204';
  readonly id: string;
}

export interface Buyer extends PostalAddress {
  readonly customerNumber: string;
  /** A second line of the address where the recipient is not the firm itself; empty otherwise. */
  readonly addition: string;
  /** BT-48; empty where the firm has none or says none. Invoices before it was asked for have no such member. */
  readonly vatId?: string;
  readonly electronicAddress: ElectronicAddress | null;
}

/** UNTDID 5305: standard rate, exempt (needs a reason), zero rated. */
export type VatCategory = 'S' | 'E' | 'Z';

export interface VatTreatment {
  readonly category: VatCategory;
  readonly rate: BasisPoints;
  /** Why no tax is due; only category E has one. */
  readonly reason: string;
}

/** What is charged, before the amounts are computed. */
export interface DraftLine {
  /** Article number; empty where there is none. */
  readonly code: string;
  readonly name: string;
  /** Of the cost centre that the firm named; empty without one. */
  readonly costCentre: string;
  /** The customer's own reference, whole. */
  readonly reference: string;
  /** Number of the order that the line comes from; empty for mail that was counted. */
  readonly order: string;
  /** Whole pieces; negative for what an earlier invoice charged too much. */
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: UnitPrice;
  readonly vat: VatTreatment;
  /** First and last day of the service. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

export interface InvoiceLine extends DraftLine {
  readonly position: number;
  readonly net: Cents;
}

/** The tax of one category and rate: `tax` is due on `base`. */
export interface VatBreakdown extends VatTreatment {
  readonly base: Cents;
  readonly tax: Cents;
}

export interface BankTransfer {
  readonly kind: 'transfer';
  readonly dueOn: IsoDate;
  readonly holder: string;
  readonly iban: string;
  /** Empty where the bank needs none. */
  readonly bic: string;
  readonly bank: string;
}

export interface DirectDebit {
  readonly kind: 'debit';
  readonly dueOn: IsoDate;
  readonly scheme: 'CORE' | 'B2B';
  readonly mandate: string;
  readonly creditorId: string;
  /** As much of the account number as stands on paper: "DE•• … 30 00". */
  readonly maskedIban: string;
  /** Only where the format demands it (XRechnung, BT-91); null otherwise, so that it is kept nowhere in clear. */
  readonly iban: string | null;
}

/** Nothing is to be paid: what a correction gives back is set off against what is open. */
export interface SetOff {
  readonly kind: 'set-off';
}

export type Payment = BankTransfer | DirectDebit | SetOff;

/** Everything that an invoice says, except for what is computed. */
export interface InvoiceDraft {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly language: 'de' | 'en';
  readonly issuedOn: IsoDate;
  /** What is charged for; the month, or longer where something older comes along. */
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly seller: Seller;
  readonly buyer: Buyer;
  /** BT-10: Leitweg-ID, the customer's own reference, or the customer number. Never cut. */
  readonly buyerReference: string;
  /** The document that is corrected or cancelled; null for an invoice. */
  readonly preceding: { readonly number: string; readonly issuedOn: IsoDate } | null;
  readonly lines: readonly DraftLine[];
  readonly payment: Payment;
  /** How to pay, in words: part of the invoice, also in its XML (BT-20). */
  readonly paymentTerms: string;
  /** What else has to be said, in words (BT-22): why a document is corrected. */
  readonly notes: readonly string[];
}

/** An invoice as a value. It is its own snapshot: nothing in it is looked up again. */
export interface Invoice extends Omit<InvoiceDraft, 'lines'> {
  readonly lines: readonly InvoiceLine[];
  readonly vat: readonly VatBreakdown[];
  readonly net: Cents;
  readonly tax: Cents;
  readonly gross: Cents;
}
