import type { DocumentKind } from './kinds.ts';

/** Vouchers: § 147 (3) AO and § 257 (4) HGB. Reports and receipts prove the quantities of invoices. */
const VOUCHER_YEARS = 8;
/** A reminder is a business letter. */
const LETTER_YEARS = 6;

/**
 * The last day on which a document of the kind must still be there: the end of a calendar year, counted from the end
 * of the one in which it was made.
 */
export function retainUntil(kind: DocumentKind, documentDate: Temporal.PlainDate): Temporal.PlainDate {
  const years = kind === 'reminder' ? LETTER_YEARS : VOUCHER_YEARS;
  return Temporal.PlainDate.from({ year: documentDate.year + years, month: 12, day: 31 });
}
