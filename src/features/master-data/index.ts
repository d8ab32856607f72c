export { masterDataApi } from './api.ts';
export { billingRecipient } from './billing-recipient.ts';
export { answerCompanyChange, openCompanyChanges } from './company/answer-company-change.ts';
export { companyJobs } from './company/jobs.ts';
export { companyHandlers } from './company/letters.ts';
export { changeBuyer } from './invoice-settings/change-buyer.ts';
export { findInvoiceSettings } from './invoice-settings/queries.ts';
export { country, type InvoiceSettings, vatId } from './invoice-settings/schemas.ts';
export { masterDataRoutes } from './routes.ts';
