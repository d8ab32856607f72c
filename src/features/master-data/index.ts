export { answerCompanyChange, openCompanyChanges } from './company/answer-company-change.ts';
export { companyJobs } from './company/jobs.ts';
export { companyHandlers } from './company/letters.ts';
export { findInvoiceSettings } from './invoice-settings/queries.ts';
export type { InvoiceSettings } from './invoice-settings/schemas.ts';
export { masterDataRoutes } from './routes.ts';
