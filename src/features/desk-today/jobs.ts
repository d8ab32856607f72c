import { defineJob } from '../../platform/jobs/jobs.ts';

/** A service did not happen: the firm hears it at once, with what it can do now. */
export const orderFailed = defineJob<{ customerId: number; number: string }>('mail.order-failed');

/** A clerk took back that a service did not happen. */
export const orderReopened = defineJob<{ customerId: number; number: string }>('mail.order-reopened');

/** Looks every five minutes for services that nobody confirmed. */
export const findUnconfirmed = defineJob('orders.unconfirmed', { cron: '*/5 * * * *' });

export const dayJobs = [orderFailed, orderReopened, findUnconfirmed];
