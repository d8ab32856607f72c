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
}

/** A document on its way to the thread that sets it. */
export interface PdfOrder {
  readonly template: string;
  readonly data: string;
  readonly standard: PdfStandard;
  readonly seconds: number;
}

/** What the thread answers. */
export type PdfOutcome = { readonly pdf: Uint8Array<ArrayBuffer> } | { readonly problem: string };
