export type { Attachment, EInvoiceClaim, PdfDocument, PdfStandard } from './document.ts';
export { printable } from './printable.ts';
export { rememberingRenderer } from './remembering.ts';
export { openPdfRenderer, type PdfLimits, type PdfRenderer } from './renderer.ts';
