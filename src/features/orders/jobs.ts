import { defineJob } from '../../platform/jobs/jobs.ts';

/** Orders that were placed together: one letter confirms them all. */
export const ordersPlaced = defineJob<{ customerId: number; numbers: string[]; personId: number | null }>(
  'mail.orders-placed',
);

export const orderCancelled = defineJob<{ customerId: number; number: string; personId: number | null }>(
  'mail.order-cancelled',
);

export const orderJobs = [ordersPlaced, orderCancelled];
