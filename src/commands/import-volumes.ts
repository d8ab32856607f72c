import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import type { Config } from '../config.ts';
import { type ImportedVolumes, importVolumes } from '../features/volumes/index.ts';
import { asClerk } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords } from './clerk-words.ts';

const USAGE = 'Usage: bin/portal import-volumes FILE [--clerk "First Last"]';

/** The machine's own name, for files that a schedule brings and no clerk. */
const MACHINE = 'Sorting machine';

/**
 * Takes the volumes of a CSV file of any length. A second run takes only what is missing; lines that are wrong wait at
 * the desk, and the exit code says that there are some.
 */
export async function importVolumesCommand(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {});
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new CannotStart(USAGE);
  try {
    await access(file, constants.R_OK);
  } catch (error) {
    throw new CannotStart(`${file} cannot be read: ${(error as Error).message}`);
  }
  await asClerk(config, values.clerk?.trim() || MACHINE, async (ctx) => {
    report(await importVolumes(ctx, { name: file, open: () => createReadStream(file) }));
  });
}

function report({ name, fileId, taken, same, wrong, changed }: ImportedVolumes): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  say(`${name}: ${taken} lines taken, ${same} were before, ${wrong} are wrong.`);
  if (changed.length > 0) {
    say(`Taken before, but different now (what was taken stays): lines ${changed.slice(0, 20).join(', ')}`);
  }
  if (wrong > 0) say(`The wrong ones wait to be mended: /desk/mengen/dateien/${fileId}`);
  if (wrong > 0 || changed.length > 0) process.exitCode = 1;
}
