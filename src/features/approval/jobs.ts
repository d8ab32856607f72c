import type { Decision } from '../../domain/orders/index.ts';
import { defineJob } from '../../platform/jobs/jobs.ts';

/** Somebody who may approve is asked about orders that wait. */
export const approvalLetter = defineJob<{ customerId: number; numbers: string[]; personId: number }>(
  'mail.approval-wanted',
);

/** Whoever ordered hears what became of an order that waited; `personId` null: the main contact. */
export const decisionLetter = defineJob<{
  customerId: number;
  number: string;
  decision: Decision;
  personId: number | null;
}>('mail.approval-decided');

/** Every minute: orders that nobody approved in time expire. */
export const expireApprovals = defineJob<object>('approval.expire', { cron: '* * * * *' });

export const approvalJobs = [approvalLetter, decisionLetter, expireApprovals];
