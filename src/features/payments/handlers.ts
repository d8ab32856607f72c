import type { Carrier } from '../../platform/carrier/carrier.ts';
import type { Database } from '../../platform/db/database.ts';
import { handlerFor, type JobHandler, type Jobs } from '../../platform/jobs/jobs.ts';
import { balanceChanged } from '../invoices/index.ts';
import { customerOf, invoiceById } from './balance/queries.ts';
import { showBalance } from './balance/show-balance.ts';

/** What payments does outside of requests: a document that has just come is told what became of its invoice. */
export function paymentHandlers(services: {
  readonly db: Database;
  readonly jobs: Jobs;
  readonly carrier: Carrier;
  readonly clock: () => Temporal.Instant;
}): readonly JobHandler[] {
  const { db, jobs, carrier, clock } = services;
  return [
    handlerFor(balanceChanged, ({ customerId, invoiceId }, id) =>
      db.transaction(customerId, async (tx) => {
        const customer = await customerOf(tx);
        const invoice = await invoiceById(tx, invoiceId);
        if (!customer || !invoice) return;
        const actor = { kind: 'carrier', name: carrier.name } as const;
        await showBalance(tx, { actor, customer, now: clock(), requestId: id, jobs }, invoice);
      }),
    ),
  ];
}
