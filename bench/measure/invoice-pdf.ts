import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { ciiXml, type Invoice } from '../../src/domain/invoicing/index.ts';
import { draftLine, sampleInvoice } from '../../src/domain/invoicing/invoice.fixture.ts';
import { invoiceDocument } from '../../src/features/invoices/document/invoice-document.ts';
import { openPdfRenderer } from '../../src/platform/pdf/index.ts';
import type { Bench, Measured } from '../bench.ts';
import { descendants, processorSeconds } from '../portal/processes.ts';
import { rounded, type Spread, spread } from '../statistics.ts';
import { withRange } from './lines.ts';

const TARGET_RATIO = 1.5;
const TARGET_MS = 80;
const DOCUMENTS = 20;
const WARM_UP = 2;

const CARRIER = {
  name: 'Spreebrief',
  accentColour: '#1f4fa3',
  logo: undefined,
  timeZone: 'Europe/Berlin',
  representatives: 'Jorinde Falk',
};

/** An invoice of one page with twelve lines; no two are alike, or the typesetter would remember them. */
let made = 0;
function nextInvoice(): Invoice {
  made += 1;
  const lines = Array.from({ length: 12 }, (_, line) =>
    draftLine({ name: `Leistung ${made}.${line}`, quantity: 100 + made + line, unitPrice: 7125 }),
  );
  return sampleInvoice({ number: `R-2026-${String(made).padStart(6, '0')}`, lines });
}

/** Processor time of one invoice as the program makes it (XML, code, process, claims), beside a bare compile. */
export async function measureInvoicePdf(bench: Bench): Promise<Measured> {
  bench.say('invoicePdf: rounds');
  const renderer = openPdfRenderer();
  const program = async () => {
    for (let n = 0; n < DOCUMENTS; n++) {
      const invoice = nextInvoice();
      const xml = ciiXml(invoice, 'zugferd');
      await renderer.render(invoiceDocument(invoice, { xml, format: 'zugferd' }, CARRIER));
    }
  };
  const floor = bareCompiler();
  for (let n = 0; n < WARM_UP; n++) {
    await program();
    await floor();
  }
  const results: { portal: number; floor: number }[] = [];
  for (let n = 0; n < bench.options.rounds; n++) {
    results.push({ portal: await processorMs(program), floor: await processorMs(floor) });
  }
  await renderer.close();
  const ratio = spread(results.map((round) => round.portal / round.floor));
  const ms = spread(results.map((round) => round.portal));
  return {
    json: {
      ratio: rounded(ratio.median),
      target: TARGET_RATIO,
      processorMs: rounded(ms.median),
      targetMs: TARGET_MS,
      floorMs: rounded(spread(results.map((round) => round.floor)).median),
    },
    lines: lines(ratio, ms, spread(results.map((round) => round.floor))),
  };
}

const lines = (ratio: Spread, ms: Spread, floor: Spread) => [
  {
    what: 'invoice of one page, of a bare compile',
    value: withRange(ratio),
    target: { text: `≤ ${TARGET_RATIO}`, isMet: ratio.median <= TARGET_RATIO },
  },
  {
    what: '  program, ms of processor each',
    value: withRange(ms),
    target: { text: `≤ ${TARGET_MS}`, isMet: ms.median <= TARGET_MS },
  },
  { what: '  floor, ms of processor each', value: withRange(floor) },
];

/** Milliseconds of processor time for each document: ours, and that of the process that sets. */
async function processorMs(work: () => Promise<void>): Promise<number> {
  const [before, othersBefore] = [process.cpuUsage(), othersSeconds()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / 1000 + (othersSeconds() - othersBefore) * 1000) / DOCUMENTS;
}

/** Seconds of processor time that the processes we have started used. */
function othersSeconds(): number {
  const seconds = descendants(process.pid).map(({ pid }) => processorSeconds(pid) ?? 0);
  return seconds.reduce((sum, one) => sum + one, 0);
}

/** The same template with the same data, straight through the typesetter, with nothing around it. */
function bareCompiler(): () => Promise<void> {
  const templates = fileURLToPath(new URL('../../templates/', import.meta.url));
  const fontBlobs = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'].map((cut) =>
    readFileSync(
      fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${cut}/SourceSans3_${cut}.ttf`)),
    ),
  );
  const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs }] });
  const data = path.join(templates, 'data.json');
  return async () => {
    const documents = Array.from({ length: DOCUMENTS }, () => {
      const document = invoiceDocument(nextInvoice(), { xml: '', format: 'zugferd' }, CARRIER);
      return Buffer.from(JSON.stringify({ ...document.data, attachments: [] }));
    });
    for (const document of documents) {
      compiler.mapShadow(data, document);
      const { result } = compiler.compile({ mainFilePath: path.join(templates, 'invoice.typ') });
      if (!result) throw new Error('The floor made no document');
      compiler.pdf(result, { pdfStandard: 'a-3a', creationTimestamp: 1_764_000_000 });
    }
    compiler.unmapShadow(data);
    compiler.evictCache(2);
  };
}
