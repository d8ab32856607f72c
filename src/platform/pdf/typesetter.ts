import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PdfOrder, PdfOutcome } from './document.ts';
import { claimEInvoice } from './e-invoice-claim.ts';

/*
 * The process that sets PDFs. Typst blocks its thread, up to seconds for a long document, and holds more memory than
 * the whole portal, so it never runs where requests are answered. One order at a time.
 */

const TEMPLATES = fileURLToPath(new URL('../../../templates/', import.meta.url));
/** Where a template finds its data; exists only while the document is set. */
const DATA = path.join(TEMPLATES, 'data.json');

const FONT = '@expo-google-fonts/source-sans-3';
const CUTS = ['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'];
const fontBlobs = CUTS.map((cut) =>
  readFileSync(fileURLToPath(import.meta.resolve(`${FONT}/${cut}/SourceSans3_${cut}.ttf`))),
);

// The templates are the whole world of a document: it can read nothing outside that folder.
const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontBlobs }] });

// Documents live outside of the JavaScript heap and are freed by finalizers, so the collector sees no need to run.
const DOCUMENTS_BETWEEN_COLLECTIONS = 10;
let made = 0;

process.on('message', async (order: PdfOrder) => {
  process.send?.(attempt(order));
  made += 1;
  if (made % DOCUMENTS_BETWEEN_COLLECTIONS === 0) await freeMemory();
});

// The portal decides when this ends: it finishes its documents first when somebody presses Ctrl-C.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.once('disconnect', () => process.exit());

function attempt(order: PdfOrder): PdfOutcome {
  try {
    return { pdf: typeset(order) };
  } catch (error) {
    return { problem: (error as Error).message };
  } finally {
    compiler.unmapShadow(DATA);
  }
}

function typeset({ template, data, standard, seconds, eInvoice }: PdfOrder): Uint8Array<ArrayBuffer> {
  compiler.mapShadow(DATA, Buffer.from(data));
  const result = compiler.compile({ mainFilePath: path.join(TEMPLATES, `${template}.typ`) });
  // A warning is an error: that a font is missing would only be a warning, and the page would look different.
  const complaint = result.takeError() ?? result.takeWarnings();
  if (complaint || !result.result)
    throw new Error(JSON.stringify(complaint?.shortDiagnostics ?? 'no document'));
  const pdf = compiler.pdf(result.result, { pdfStandard: standard, creationTimestamp: seconds });
  return new Uint8Array(eInvoice ? claimEInvoice(pdf, eInvoice) : pdf);
}

async function freeMemory(): Promise<void> {
  compiler.evictCache(2);
  await setImmediate();
  globalThis.gc?.();
  await setImmediate();
}
