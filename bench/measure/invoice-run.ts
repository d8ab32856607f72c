import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench, Measured, Site } from '../bench.ts';
import { clearJobs, openBenchDatabase } from '../portal/database.ts';
import {
  fillInvoicedFirms,
  invoiceFlaws,
  invoiceProgress,
  progressAtDesk,
  startInvoiceRun,
} from '../portal/invoice-run.ts';
import { startPortal } from '../portal/portal.ts';
import { descendants, memoryOf, processorSeconds } from '../portal/processes.ts';
import { rounded } from '../statistics.ts';
import { makeDataDirectory } from './start.ts';

const TARGET_PER_SECOND = 5;
const LOOK_MS = 500;
/** Nothing happens for so long: the run is given up. After a kill it takes up to two minutes until somebody looks. */
const LONGEST_SILENCE_MS = 240_000;
const SAY_EVERY = 250;

/** Megabytes of the program and of the processes that it started besides PostgreSQL. */
function memory({ portal }: Site): { readonly program: number; readonly besides: number } {
  const others = descendants(portal.pid).filter(({ command }) => !command.includes('postgres'));
  return {
    program: memoryOf(portal.pid).rss,
    besides: others.reduce((sum, { pid }) => sum + sizeOf(pid), 0),
  };
}

/** Nothing for a process that has ended since it was listed. */
function sizeOf(pid: number): number {
  try {
    return memoryOf(pid).rss;
  } catch {
    return 0;
  }
}

/** Seconds of processor that the program has used, without what it started. */
const processor = ({ portal }: Site) => processorSeconds(portal.pid) ?? Number.NaN;

/**
 * A monthly run over as many firms as are wanted, in the real program: issued, set and filed per second, and what the
 * program holds in memory. With `--kill` it is killed in the middle and started again.
 */
export async function measureInvoiceRun(bench: Bench): Promise<Measured> {
  const { invoices: size, kill } = bench.options;
  const directory = await makeDataDirectory(bench);
  let site = await open(bench, directory);
  await clearJobs(site.database);
  bench.say(`invoiceRun: ${size} firms`);
  await fillInvoicedFirms(site.database, size);
  const before = memory(site);
  const most = { ...before };
  const processorBefore = processor(site);
  const began = performance.now();
  const runId = await startInvoiceRun(site.database);
  let [away, issuedAfter, last, lastAt, said] = [0, 0, -1, began, 0];
  let atDesk = '';
  let isKilled = false;
  for (
    let is = await invoiceProgress(site.database);
    is.set < size;
    is = await invoiceProgress(site.database)
  ) {
    const now = performance.now();
    if (is.set + is.issued > last) [last, lastAt] = [is.set + is.issued, now];
    if (now - lastAt > LONGEST_SILENCE_MS) throw new Error(`The run stands still at ${is.set} of ${size}`);
    if (is.issued === size && issuedAfter === 0) issuedAfter = now;
    const { program, besides } = memory(site);
    most.program = Math.max(most.program, program);
    most.besides = Math.max(most.besides, besides);
    if (is.set >= said + SAY_EVERY) {
      said = is.set;
      bench.say(`invoiceRun: ${is.issued} issued, ${is.set} set, ${rounded(program)} MB`);
    }
    if (atDesk === '' && is.set > 0) atDesk = await progressAtDesk(site.database, site.portal.port, runId);
    if (kill && !isKilled && is.set >= size / 2) {
      bench.say('invoiceRun: killed, and started again');
      isKilled = true;
      site = await killAndReopen(bench, site, directory);
      const seen = await invoiceProgress(site.database);
      while ((await invoiceProgress(site.database)).set === seen.set) await sleep(LOOK_MS);
      away = performance.now() - now;
    }
    await sleep(LOOK_MS);
  }
  const seconds = (performance.now() - began - away) / 1000;
  const after = memory(site);
  const flaws = await invoiceFlaws(site.database);
  if (flaws.length > 0) throw new Error(`The run has ${flaws.join(', ')}`);
  const perSecond = size / seconds;
  const processorMs = ((processor(site) - processorBefore) * 1000) / size;
  await site.database.close();
  await site.portal.stop();
  return {
    json: {
      invoices: size,
      perSecond: rounded(perSecond),
      target: TARGET_PER_SECOND,
      seconds: rounded(seconds),
      processorMs: kill ? null : rounded(processorMs),
      issuedWithinSeconds: rounded((issuedAfter - began) / 1000),
      megabytes: { before, after, most },
      killed: kill,
      atDesk,
      flaws,
    },
    lines: [
      {
        what: `run of ${size} invoices, issued and set per second`,
        value: `${rounded(perSecond)}`,
        // the page that was being set when the program was killed is looked for after some minutes
        ...(kill
          ? {}
          : { target: { text: `≥ ${TARGET_PER_SECOND}`, isMet: perSecond >= TARGET_PER_SECOND } }),
      },
      ...(kill
        ? []
        : [{ what: '  ms of processor of the program for each', value: `${rounded(processorMs)}` }]),
      {
        what: '  memory of the program, MB: before, after, at most',
        value: `${rounded(before.program)}, ${rounded(after.program)}, ${rounded(most.program)}`,
      },
      {
        what: '  and of what it started besides PostgreSQL',
        value: `${rounded(before.besides)}, ${rounded(after.besides)}, ${rounded(most.besides)}`,
      },
      { what: '  seconds altogether; the desk showed', value: `${rounded(seconds)}; ${atDesk}` },
      {
        what: '  numbers without a gap, each firm and each count of mail once',
        value: kill ? 'yes, killed in the middle' : 'yes',
      },
    ],
  };
}

async function open(bench: Bench, directory: string): Promise<Site> {
  const portal = await startPortal(bench.cleanup, directory);
  return { portal, database: await openBenchDatabase(bench.cleanup, directory) };
}

async function killAndReopen(bench: Bench, { portal, database }: Site, directory: string): Promise<Site> {
  // its PostgreSQL goes as well, and this connection with it
  database.superuser.on('error', () => {});
  process.kill(portal.pid, 'SIGKILL');
  await portal.stop();
  return open(bench, directory);
}
