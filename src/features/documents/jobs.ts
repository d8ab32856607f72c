import { defineJob } from '../../platform/jobs/jobs.ts';

/** There is a new document: whoever may see it and wants to know is told. */
export const documentArrived = defineJob<{ customerId: number; documentId: number }>('mail.document-arrived');

export const documentJobs = [documentArrived];
