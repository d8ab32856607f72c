import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { type FileReport, importFolder } from '../features/documents/index.ts';
import type { Ctx } from '../platform/context.ts';
import { problemWords } from '../web/index.ts';
import { asClerk, boundByPolicies } from './as-clerk.ts';
import { CannotStart } from './cannot-start.ts';
import { clerkWords, requireClerk } from './clerk-words.ts';

const USAGE = 'Usage: bin/portal documents import FOLDER|FILE --clerk "First Last"';

/** Takes documents over from another system: PDFs, each with the facts about it beside it. */
export async function documentsCommand(config: Config, words: readonly string[]): Promise<void> {
  const { positionals, values } = clerkWords(words, USAGE, {});
  const [what, place] = positionals;
  if (what !== 'import' || !place || positionals.length > 2) throw new CannotStart(USAGE);
  if (!existsSync(place)) throw new CannotStart(`There is no ${place}.`);
  await asClerk(config, requireClerk(values.clerk, USAGE), (ctx) => importAll(boundByPolicies(ctx), place));
}

async function importAll(ctx: Ctx, place: string): Promise<void> {
  const counts = { stored: 0, moved: 0, known: 0, refused: 0 };
  for await (const report of importFolder(ctx, place)) {
    counts[report.outcome] += 1;
    process.stdout.write(`${lineOf(report)}\n`);
  }
  process.stdout.write(
    `${counts.stored} taken over, ${counts.moved} with a new state, ${counts.known} known already, ${counts.refused} refused.\n`,
  );
  if (counts.refused > 0) process.exitCode = 1;
}

function lineOf(report: FileReport): string {
  if (report.outcome !== 'refused') return `${report.file}: ${report.number} ${report.outcome}`;
  const reasons = report.problems.map((problem) => `${problem.field}: ${problemWords(problem, 'en')}`);
  return `${report.file}: refused\n  ${reasons.join('\n  ')}`;
}
