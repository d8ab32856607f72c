export { invoiceHandlers } from './handlers.ts';
export { type Invoicing, issueInvoice } from './issue/issue-invoice.ts';
export { balanceChanged, invoiceJobs } from './jobs.ts';
export type { ListedInvoice } from './list/queries.ts';
export { openInvoiceFile, type ShownInvoice, showInvoice, showInvoices } from './list/show-invoices.ts';
export { type Preview, previewMonth } from './preview/preview-month.ts';
export { showRun, showRuns } from './runs/show-runs.ts';
export { startRun } from './runs/start-run.ts';
export { CancelInvoice, CorrectInvoice, month } from './schemas.ts';
export {
  cancelInvoice,
  correctInvoice,
  previewCancellation,
  previewCorrection,
} from './take-back/take-back.ts';
