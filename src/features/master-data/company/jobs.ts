import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Tells the carrier that a firm asks for another name. */
export const companyChangeRequested = defineJob<{ customerId: number; requestId: number }>(
  'mail.company-change-requested',
);

/** Tells whoever asked what the carrier answered. */
export const companyChangeAnswered = defineJob<{ customerId: number; requestId: number }>(
  'mail.company-change-answered',
);

export const companyJobs = [companyChangeRequested, companyChangeAnswered];
