import { loadavg } from 'node:os';
import type { Bench, Measured, Site } from './bench.ts';
import { makeCleanup } from './cleanup.ts';
import { measureDocumentListGrowth } from './measure/document-list-growth.ts';
import { measureFirstLoad } from './measure/first-load.ts';
import { measureInvoicePdf } from './measure/invoice-pdf.ts';
import { measureInvoiceRun } from './measure/invoice-run.ts';
import { measureListWhileInvoicing } from './measure/list-while-invoicing.ts';
import { watchMemory } from './measure/memory.ts';
import { measureOffers } from './measure/offers.ts';
import { measureOrderList } from './measure/order-list.ts';
import { measureOrderListGrowth } from './measure/order-list-growth.ts';
import { measurePlaceOrder } from './measure/place-order.ts';
import { measureSameCapacity } from './measure/same-capacity.ts';
import { makeDataDirectory, measureStart } from './measure/start.ts';
import { FIGURES, type FigureName, readOptions, USAGE } from './options.ts';
import { openBenchDatabase } from './portal/database.ts';
import { startPortal } from './portal/portal.ts';
import { startHelper } from './processes/helper.ts';
import { toJson, toTable } from './report.ts';
import { rounded } from './statistics.ts';

const cleanup = makeCleanup();

/** What starts a portal of its own, or none. */
const WITHOUT_SITE: ReadonlySet<FigureName> = new Set(['start', 'invoicePdf', 'invoiceRun']);

/** Measures what was asked for, in the order in which one measurement disturbs the next the least. */
async function measure(bench: Bench): Promise<ReadonlyMap<FigureName, Measured>> {
  const wants = (name: FigureName) => bench.options.only.has(name);
  const found = new Map<FigureName, Measured>();
  if (wants('start')) found.set('start', await measureStart(bench));
  if (wants('invoicePdf')) found.set('invoicePdf', await measureInvoicePdf(bench));
  if (wants('invoiceRun')) found.set('invoiceRun', await measureInvoiceRun(bench));
  if (FIGURES.some((name) => !WITHOUT_SITE.has(name) && wants(name))) {
    const site = await openSite(bench);
    if (wants('firstLoad')) found.set('firstLoad', await measureFirstLoad(bench, site));
    if (wants('orderListGrowth')) {
      const many = await openSite(bench);
      found.set('orderListGrowth', await measureOrderListGrowth(bench, site, many));
      await many.close();
    }
    if (wants('documentListGrowth')) {
      found.set('documentListGrowth', await measureDocumentListGrowth(bench, site));
    }
    const memory = wants('memory') ? watchMemory(site) : undefined;
    // Memory is looked at under these two, so they run for it as well.
    if (wants('orderList') || wants('memory')) found.set('orderList', await measureOrderList(bench, site));
    if (wants('placeOrder') || wants('memory')) found.set('placeOrder', await measurePlaceOrder(bench, site));
    if (memory) found.set('memory', memory.stop());
    if (wants('offers')) found.set('offers', await measureOffers(bench, site));
    // the last, because it fills the windows
    if (wants('sameCapacity')) found.set('sameCapacity', await measureSameCapacity(bench, site));
    if (wants('listWhileInvoicing')) {
      found.set('listWhileInvoicing', await measureListWhileInvoicing(bench, site));
    }
  }
  return new Map(
    FIGURES.filter(wants)
      .flatMap((name) => [[name, found.get(name)] as const])
      .filter(isFound),
  );
}

const isFound = (entry: readonly [FigureName, Measured | undefined]): entry is [FigureName, Measured] =>
  entry[1] !== undefined;

async function openSite(bench: Bench): Promise<Site & { close(): Promise<void> }> {
  bench.say('starting the portal on an empty data directory');
  const portal = await startPortal(bench.cleanup, await makeDataDirectory(bench));
  const database = await openBenchDatabase(bench.cleanup, portal.dataDirectory);
  const close = async () => {
    await database.close();
    await portal.stop();
  };
  return { portal, database, close };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const surroundings = {
    node: process.versions.node,
    processors: navigator.hardwareConcurrency,
    date: Temporal.Now.plainDateISO().toString(),
    loadBefore: rounded(loadavg()[0] ?? Number.NaN),
  };
  const load = startHelper(cleanup, 'load');
  const results = await measure({
    options,
    cleanup,
    say: (step) => process.stderr.write(`… ${step}\n`),
    async load(task) {
      const result = await load.run({ seconds: options.seconds, ...task });
      if (result.failed === 0) return result;
      throw new Error(
        `${result.failed} of ${result.count} answers were wrong, the first:\n${result.firstFailure}`,
      );
    },
  });
  process.stdout.write(`${options.json ? toJson(results, surroundings) : toTable(results, surroundings)}\n`);
}

const interrupted = new Promise<never>((_, reject) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => reject(new Error(`Stopped by ${signal}`)));
  }
});

if (process.argv.includes('--help')) {
  process.stdout.write(`${USAGE}\n`);
} else {
  try {
    await Promise.race([main(), interrupted]);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  } finally {
    await cleanup.run();
  }
  process.exit();
}
