import { defineJob } from '../../../platform/jobs/jobs.ts';

/** Tells whoever asked that the question has arrived, and until when it is answered. */
export const inquiryReceived = defineJob<{ number: string }>('mail.inquiry-received');

/** Brings an answer of the desk to whoever asked. */
export const inquiryAnswered = defineJob<{ number: string; messageId: number }>('mail.inquiry-answered');

export const inquiryJobs = [inquiryReceived, inquiryAnswered];
