import { defineJob } from '../../platform/jobs/jobs.ts';

/** Orders that were placed together: one letter confirms them all. */
export const ordersPlaced = defineJob<{
  customerId: number;
  numbers: string[];
  personId: number | null;
  /** They wait for approval; a job of an earlier version does not say. */
  waits?: boolean;
}>('mail.orders-placed');

/** Orders that were placed together wait for approval: whoever may approve is asked. */
export const approvalWanted = defineJob<{ customerId: number; numbers: string[]; personId: number | null }>(
  'approval.wanted',
);

export const orderCancelled = defineJob<{ customerId: number; number: string; personId: number | null }>(
  'mail.order-cancelled',
);

/** `version` is the one that the change led to: the letter says how it differs from the one before. */
export const orderChanged = defineJob<{
  customerId: number;
  number: string;
  version: number;
  personId: number | null;
}>('mail.order-changed');

export const orderJobs = [ordersPlaced, approvalWanted, orderCancelled, orderChanged];
