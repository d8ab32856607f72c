import type { Customer, CustomerCtx } from '../../../platform/context.ts';
import { readMailProducts } from '../../catalogue/index.ts';
import { type Invoicing, issueInvoice } from '../issue/issue-invoice.ts';
import { workOnRun } from '../jobs.ts';
import type { JobServicesOfInvoices } from '../services.ts';
import { beat, findRun, finishRun, lockWaiting, type Run, setOutcome, waitingCustomers } from './queries.ts';

/** Firms that one job takes on. Between two of them everybody else gets their turn. */
const PART = 25;

/**
 * Issues the invoices of the next firms of a run, each in a transaction of its own: whoever is killed leaves firms that
 * have their invoice and firms that wait, and nothing in between. Then asks for the next part.
 */
export async function workOnPart(
  services: JobServicesOfInvoices,
  runId: number,
  jobId: string,
): Promise<void> {
  const { db, jobs, clock } = services;
  const part = await db.deskTransaction(async (tx) => {
    const run = await findRun(tx, runId);
    if (!run || run.finished_at) return undefined;
    await beat(tx, runId, clock());
    return { run, customers: await waitingCustomers(tx, runId, PART) };
  });
  if (!part) return;
  const products = await readMailProducts(db);
  for (const customer of part.customers) {
    await issueFor({ ...services, products }, part.run, customer, jobId);
  }
  if (part.customers.length === 0) {
    await db.deskTransaction((tx) => finishRun(tx, runId, clock()));
  } else {
    await db.transaction(undefined, (tx) => jobs.enqueue(tx, workOnRun, { runId }));
  }
}

async function issueFor(
  services: JobServicesOfInvoices & Invoicing,
  run: Run,
  customer: Customer,
  requestId: string,
): Promise<void> {
  const ctx: CustomerCtx = {
    actor: {
      kind: 'carrier',
      name: run.started_by_name,
      ...(run.started_by === null ? {} : { staffId: run.started_by }),
    },
    customer,
    grants: { isAdmin: false, rights: [] },
    language: 'de',
    now: services.clock(),
    timeZone: services.carrier.timeZone,
    requestId,
    db: services.db,
    jobs: services.jobs,
  };
  await services.db.transaction(customer.id, async (tx) => {
    if (!(await lockWaiting(tx, run.id))) return;
    const month = { first: run.month, issuedOn: run.issued_on, runId: run.id };
    const issued = await issueInvoice(tx, ctx, month, services);
    await setOutcome(
      tx,
      run.id,
      'id' in issued
        ? { state: 'issued', problem: '', invoiceId: issued.id }
        : { ...issued, invoiceId: null },
    );
  });
}
