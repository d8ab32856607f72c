import { type JobCtxServices, jobCtx } from '../../platform/job-context.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { balanceChanged } from '../invoices/index.ts';
import { customerOf, invoiceById } from './balance/queries.ts';
import { showBalance } from './balance/show-balance.ts';

/** What payments does outside of requests: a document that has just come is told what became of its invoice. */
export function paymentHandlers(services: JobCtxServices): readonly JobHandler[] {
  return [
    handlerFor(balanceChanged, ({ customerId, invoiceId }, id) =>
      services.db.transaction(customerId, async (tx) => {
        const customer = await customerOf(tx);
        const invoice = await invoiceById(tx, invoiceId);
        if (customer && invoice) await showBalance(tx, { ...jobCtx(services, id), customer }, invoice);
      }),
    ),
  ];
}
