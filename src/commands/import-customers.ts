import { createReadStream } from 'node:fs';
import type { Config } from '../config.ts';
import type { FieldProblem } from '../domain/refusal.ts';
import {
  type ImportReport,
  importCustomers as importFirms,
  isUnreadable,
  readFirms,
} from '../features/desk-customers/index.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = `Usage: bin/portal import-customers FILE --clerk "First Last"
       bin/portal import-customers FILE --dry-run yes --clerk "First Last"

FILE is JSON (a list, or one firm per line) or CSV, in UTF-8.`;

/**
 * Takes the firms of a file over: new ones are entered, known ones brought up to date, everything else stays. With a
 * dry run it only says what would happen.
 */
export async function importCustomers(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, { 'dry-run': { type: 'string' } });
  const [file] = positionals;
  const dry = values['dry-run'];
  if (!file || positionals.length > 1 || (dry !== undefined && dry !== 'yes')) throw new CannotStart(USAGE);
  await asClerk(config, requireClerk(values.clerk, USAGE), async (ctx) => {
    try {
      const firms = readFirms(createReadStream(file) as AsyncIterable<Uint8Array>);
      say(await importFirms(ctx, firms, { dryRun: dry === 'yes' }), dry === 'yes');
    } catch (error) {
      if (!isUnreadable(error) && (error as { code?: unknown }).code !== 'ENOENT') throw error;
      throw new CannotStart(`${file} cannot be read as a list of firms: ${(error as Error).message}`);
    }
  });
}

function say(report: ImportReport, isDry: boolean): void {
  const out = (text: string) => process.stdout.write(`${text}\n`);
  const { read, added, changed, same, refused } = report;
  out(
    `${isDry ? 'Nothing is written. ' : ''}${read} firms read: ${added} new, ${changed} changed, ${same} unchanged, ${refused} refused.`,
  );
  if (isDry) {
    for (const { number, name } of report.additions) out(`+ ${number}  ${name}`);
    for (const { number, differences } of report.changes) {
      out(`~ ${number}`);
      for (const { what, before, after } of differences) out(`    ${what}: "${before}" → "${after}"`);
    }
  }
  if (report.problems.length === 0) return;
  out('Refused, because of these fields:');
  for (const { position, number, fields } of report.problems) {
    out(`  ${number || `firm ${position}`}: ${fields.map(inWords).join(', ')}`);
  }
  process.exitCode = 1;
}

const inWords = ({ field, problem }: FieldProblem) => `${field} (${problem})`;
