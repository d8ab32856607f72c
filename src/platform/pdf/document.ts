/** What a document promises its readers; the typesetter refuses to write one that would break the promise. */
export type PdfStandard =
  /** PDF/UA-1: can be read by screen readers. */
  | 'ua-1'
  /** PDF/A-2a: tagged as well, and readable for as long as it is kept. */
  | 'a-2a'
  /** PDF/A-3a: the same, with room for attached files. */
  | 'a-3a';

/** A document to set: a template of `templates/` and everything that it shows. */
export interface PdfDocument {
  /** File name in `templates/`, without its ending. */
  readonly template: string;
  /** What the template reads as JSON. Text in it stays text: it cannot become markup. */
  readonly data: object;
  readonly standard: PdfStandard;
  /** When it was made. Equal documents give equal bytes. */
  readonly at: Temporal.Instant;
  /** Files inside of the document; only PDF/A-3a has room for them. The template attaches them. */
  readonly attachments?: readonly Attachment[];
  /** Which of the attachments is the e-invoice that the pages show. Makes the file claim PDF/UA-1 besides PDF/A-3a. */
  readonly eInvoice?: EInvoiceClaim;
}

/** A file inside of a PDF. */
export interface Attachment {
  readonly name: string;
  /** Text in UTF-8. */
  readonly content: string;
  readonly type: string;
  /** What it is to the pages: the same in another form, what they were made from, or more of it. */
  readonly relationship: 'alternative' | 'source' | 'data' | 'supplement';
  readonly description: string;
}

/** What the metadata of a hybrid invoice (Factur-X, ZUGFeRD) say about its XML. */
export interface EInvoiceClaim {
  readonly fileName: 'factur-x.xml' | 'xrechnung.xml';
  readonly conformance: 'EN 16931' | 'XRECHNUNG';
}

/** A document on its way to the process that sets it. */
export interface PdfOrder {
  readonly template: string;
  readonly data: string;
  readonly standard: PdfStandard;
  readonly seconds: number;
  readonly eInvoice: EInvoiceClaim | undefined;
}

/** What the process answers. */
export type PdfOutcome = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly problem: string };
