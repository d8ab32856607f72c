/**
 * The kinds of documents that a firm finds under "Rechnungen und Berichte", and the tab that each lies under. A
 * correction and a cancellation are documents of their own that name the invoice; a credit note is money that the
 * firm gets without one.
 */
export const FOLDER_OF = {
  invoice: 'invoices',
  correction: 'invoices',
  cancellation: 'invoices',
  'credit-note': 'invoices',
  reminder: 'invoices',
  'weekly-report': 'reports',
  receipt: 'receipts',
} as const satisfies Record<string, string>;

export type DocumentKind = keyof typeof FOLDER_OF;
export type DocumentFolder = (typeof FOLDER_OF)[DocumentKind];

/** All kinds, in the order in which a choice lists them. */
export const DOCUMENT_KINDS = Object.keys(FOLDER_OF) as readonly DocumentKind[];

/** The tabs, in their order. */
export const DOCUMENT_FOLDERS = ['invoices', 'reports', 'receipts'] as const satisfies DocumentFolder[];

/** What becomes of a document with a sum. `debited` and `returned` speak of the direct debit. */
export const DOCUMENT_STATES = ['open', 'debited', 'paid', 'returned', 'corrected', 'cancelled'] as const;
export type DocumentState = (typeof DOCUMENT_STATES)[number];

/** What a document is called into being with: an invoice is open, a report has no such thing. */
export function firstState(kind: DocumentKind): DocumentState | undefined {
  return FOLDER_OF[kind] === 'invoices' && kind !== 'reminder' ? 'open' : undefined;
}

/** What is still owed in a state by itself, where nothing more is known of payments: all of it or nothing. In cents. */
export const openIn = (state: DocumentState, gross: number): number =>
  state === 'open' || state === 'returned' ? gross : 0;

/** The forms in which a document can lie beside each other, and what each is on the web. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xml: 'application/xml',
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<string, string>;

export type DocumentRole = keyof typeof MEDIA_TYPES;

/** The first of them is the one to show. */
export const DOCUMENT_ROLES = Object.keys(MEDIA_TYPES) as readonly DocumentRole[];
