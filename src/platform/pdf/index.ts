export type { PdfDocument, PdfStandard } from './document.ts';
export { rememberingRenderer } from './remembering.ts';
export { openPdfRenderer, type PdfLimits, type PdfRenderer } from './renderer.ts';
