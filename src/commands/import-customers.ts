import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { type FieldProblem, Refused } from '../domain/refusal.ts';
import { registerCustomer } from '../features/customers/index.ts';
import type { Ctx } from '../platform/context.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = 'Usage: bin/portal import-customers FILE --clerk "First Last"';

/** Firms as `registerCustomer` takes them, but without people: they register themselves. */
const Firms = z.array(z.record(z.string(), z.unknown()));

/**
 * Enters the firms of a JSON file. Each is a transaction of its own: what cannot be entered is named at the end, the
 * others stay, and a second run enters only what is missing.
 */
export async function importCustomers(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {});
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new CannotStart(USAGE);
  const firms = await readFirms(file);
  await asClerk(config, requireClerk(values.clerk, USAGE), (ctx) => enterAll(ctx, firms));
}

async function readFirms(file: string): Promise<z.output<typeof Firms>> {
  try {
    return Firms.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (error) {
    throw new CannotStart(`${file} cannot be read as a list of firms: ${(error as Error).message}`);
  }
}

async function enterAll(ctx: Ctx, firms: z.output<typeof Firms>): Promise<void> {
  const problems: string[] = [];
  for (const firm of firms) {
    try {
      await registerCustomer(ctx, { costCentres: [], ...firm, people: [] });
    } catch (error) {
      if (!(error instanceof Refused) || error.refusal.code !== 'invalid') throw error;
      problems.push(`  ${String(firm.number)}: ${error.refusal.fields.map(inWords).join(', ')}`);
    }
  }
  process.stdout.write(`${firms.length - problems.length} of ${firms.length} firms entered.\n`);
  if (problems.length === 0) return;
  process.stdout.write(`Not entered, because of these fields:\n${problems.join('\n')}\n`);
  process.exitCode = 1;
}

/** The one thing that "not offered" means here is a number that is taken. */
const inWords = ({ field, problem }: FieldProblem) =>
  field === 'number' && problem === 'not-offered' ? 'number is entered already' : `${field} (${problem})`;
