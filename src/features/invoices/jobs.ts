import { defineJob } from '../../platform/jobs/jobs.ts';

/** An invoice was issued: its page is set and lies in the firm's place for documents. */
export const setInvoice = defineJob<{ customerId: number; invoiceId: number }>('invoice.set');

/** A part of a monthly run; each part asks for the next one. */
export const workOnRun = defineJob<{ runId: number }>('invoice.run');

/** Looks for runs and invoices that nobody works on any more, because a program was killed. */
export const pickUpInvoicing = defineJob<Record<string, never>>('invoice.pick-up', { cron: '* * * * *' });

/** An invoice, or what takes one back, lies ready: what is owed by it has changed, and with it what its document says. */
export const balanceChanged = defineJob<{ customerId: number; invoiceId: number }>('invoice.balance');

export const invoiceJobs = [setInvoice, workOnRun, pickUpInvoicing, balanceChanged];
