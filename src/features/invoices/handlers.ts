import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { setInvoiceDocument } from './document/set-invoice.ts';
import { pickUpInvoicing, setInvoice, workOnRun } from './jobs.ts';
import { silentRuns, unsetInvoices } from './runs/queries.ts';
import { workOnPart } from './runs/work-on-run.ts';
import type { JobServicesOfInvoices } from './services.ts';

/** Minutes after which an invoice without its page was forgotten by whoever should have set it. */
const FORGOTTEN_AFTER = 5;
const MOST_PICKED_UP = 500;

/** What invoicing does outside of requests. */
export function invoiceHandlers(services: JobServicesOfInvoices): readonly JobHandler[] {
  const { db, jobs, clock } = services;
  return [
    handlerFor(workOnRun, ({ runId }, id) => workOnPart(services, runId, id)),
    handlerFor(setInvoice, (job, id) => setInvoiceDocument(services, job, id)),
    handlerFor(pickUpInvoicing, async () => {
      const now = clock();
      const left = await db.deskTransaction(async (tx) => ({
        runs: await silentRuns(tx, now),
        invoices: await unsetInvoices(tx, now.subtract({ minutes: FORGOTTEN_AFTER }), MOST_PICKED_UP),
      }));
      await db.transaction(undefined, async (tx) => {
        for (const runId of left.runs) await jobs.enqueue(tx, workOnRun, { runId });
        for (const { id, customerId } of left.invoices) {
          await jobs.enqueue(tx, setInvoice, { customerId, invoiceId: id });
        }
      });
    }),
  ];
}
