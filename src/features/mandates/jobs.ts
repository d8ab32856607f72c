import { defineJob } from '../../platform/jobs/jobs.ts';

export type MandateOccasion = 'given' | 'changed' | 'revoked';

/** Something happened to a mandate: whoever did it and the firm's main contact are told. */
export const mandateLetter = defineJob<{
  customerId: number;
  reference: string;
  occasion: MandateOccasion;
  personId: number | null;
}>('mail.mandate');

export const mandateJobs = [mandateLetter];
