import { defineJob } from '../../platform/jobs/jobs.ts';

/** There is a new document: whoever may see it and wants to know is told. */
export const documentArrived = defineJob<{ customerId: number; documentId: number }>('mail.document-arrived');

/** A copy of a document goes to one address; `round` counts how often a clerk has sent it again. */
export const documentCopy = defineJob<{ customerId: number; deliveryId: number; round: number }>(
  'mail.document-copy',
);

/** Looks into the folder into which another system drops documents, once a minute. */
export const documentInbox = defineJob('documents.inbox', { cron: '* * * * *' });

export const documentJobs = [documentArrived, documentCopy, documentInbox];
