import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Measured, Site } from '../bench.ts';
import { clearJobs, fillOrders } from '../portal/database.ts';
import { fillInvoicedFirms, invoiceProgress, startInvoiceRun } from '../portal/invoice-run.ts';
import { FIRMS, signIn } from '../portal/sign-in.ts';
import { median, rounded } from '../statistics.ts';
import { FEW_ORDERS, LIST } from './order-list.ts';

const TARGET = 2;
/** Few enough that the portal is not busy with them alone. */
const CONNECTIONS = 2;
/** More firms than a run gets through while this is measured. */
const INVOICED_FIRMS = 3000;
const LONGEST_WAIT_MS = 60_000;

/** How long the list of orders takes at worst (99 of 100) while a monthly run issues and sets invoices. */
export async function measureListWhileInvoicing(bench: Bench, { portal, database }: Site): Promise<Measured> {
  await clearJobs(database);
  await fillOrders(database, FIRMS[0], FEW_ORDERS);
  const browser = await signIn(portal.port, FIRMS[0]);
  const requests = [browser.written('GET', LIST)];
  const p99 = async () => {
    const { p99: worst } = await bench.load({
      port: portal.port,
      requests,
      connections: CONNECTIONS,
      expectedStatus: 200,
    });
    return worst;
  };
  const rounds = async () => {
    const worst: number[] = [];
    for (let round = 0; round < bench.options.rounds; round++) worst.push(await p99());
    return median(worst);
  };
  await p99();
  bench.say('listWhileInvoicing: idle rounds');
  const idle = await rounds();

  bench.say('listWhileInvoicing: rounds while a run works');
  await fillInvoicedFirms(database, INVOICED_FIRMS);
  const began = performance.now();
  await startInvoiceRun(database);
  await firstOne(database);
  const busy = await rounds();
  const seconds = (performance.now() - began) / 1000;
  const { set: invoices, firms } = await invoiceProgress(database);
  if (invoices === firms) throw new Error('The run was over before the list was measured');
  return {
    json: {
      ratio: rounded(busy / idle),
      target: TARGET,
      idleP99Ms: rounded(idle),
      busyP99Ms: rounded(busy),
      invoicesPerSecond: rounded(invoices / seconds),
    },
    lines: [
      {
        what: 'list of orders while a run works, p99 beside idle',
        value: `${rounded(busy / idle)}`,
        target: { text: `≤ ${TARGET}`, isMet: busy / idle <= TARGET },
      },
      { what: '  p99 idle and during the run, ms', value: `${rounded(idle)}, ${rounded(busy)}` },
      { what: '  invoices issued and set per second meanwhile', value: `${rounded(invoices / seconds)}` },
    ],
  };
}

/** Until the first invoice is set. */
async function firstOne(database: Site['database']): Promise<void> {
  const until = performance.now() + LONGEST_WAIT_MS;
  while ((await invoiceProgress(database)).set === 0) {
    if (performance.now() > until) throw new Error('The run did not begin');
    await sleep(100);
  }
}
