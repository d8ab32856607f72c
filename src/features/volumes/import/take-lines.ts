import { createHash } from 'node:crypto';
import { todayOf } from '../../../domain/calendar/index.ts';
import { readVolume, type TypedVolume, VOLUME_FIELDS } from '../../../domain/volumes/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { knownNames } from '../known-names.ts';
import { insertVolumes, type LineOutcome, lockLines, type NewVolume, writeLines } from '../queries.ts';
import { clerkNameOf } from '../require-clerk.ts';

/** A line of a file of the sorting machine. */
export interface Line {
  readonly line: number;
  readonly cells: TypedVolume;
}

/** What became of lines, counted. */
export interface Taken {
  readonly taken: number;
  /** Taken before with the same content, or thrown away by a clerk. */
  readonly same: number;
  readonly wrong: number;
  /** Taken before, but the file says something else now. What was taken stays. */
  readonly changed: readonly number[];
}

/** By what a line is known again, in hexadecimal. */
const contentHashOf = (cells: TypedVolume): string =>
  createHash('sha256')
    .update(JSON.stringify(VOLUME_FIELDS.map((field) => cells[field])))
    .digest('hex');

/**
 * Takes lines of a file: those that are right become volumes, those that are wrong wait to be mended, and those that
 * were taken before are passed over, whoever reads the file a second time.
 * @param from the file, or the form in which lines that wait are mended: it adds none, and does not change what the
 *   file says
 */
export async function takeLines(
  tx: Transaction,
  ctx: Ctx,
  fileId: number,
  lines: readonly Line[],
  from: 'file' | 'form' = 'file',
): Promise<Taken> {
  const known = await lockLines(
    tx,
    fileId,
    lines.map(({ line }) => line),
  );
  const stateOf = (line: number) => known.get(line)?.state ?? (from === 'file' ? 'wrong' : 'dropped');
  const hashOf = ({ line, cells }: Line) =>
    (from === 'form' && known.get(line)?.content_hash.toString('hex')) || contentHashOf(cells);
  const open = lines.filter(({ line }) => stateOf(line) === 'wrong');
  const changed = lines
    .filter((one) => stateOf(one.line) === 'taken')
    .filter((one) => known.get(one.line)?.content_hash.toString('hex') !== hashOf(one));

  const names = await knownNames(
    tx,
    open.map(({ cells }) => cells),
  );
  const outcomes: LineOutcome[] = [];
  const volumes: (NewVolume & { readonly line: number })[] = [];
  for (const one of open) {
    const { line, cells } = one;
    const contentHash = hashOf(one);
    const read = readVolume(cells, names, todayOf(ctx));
    if ('problems' in read) {
      outcomes.push({ line, contentHash, wrong: { cells, problems: read.problems } });
      continue;
    }
    outcomes.push({ line, contentHash });
    volumes.push({
      ...read.volume,
      source: 'import',
      fileId,
      line,
      clerkName: clerkNameOf(ctx),
      createdAt: ctx.now,
    });
  }
  const written = await writeLines(tx, fileId, outcomes);
  const taken = volumes.filter(({ line }) => written.has(line));
  await insertVolumes(tx, taken);
  const wrong = outcomes.filter((outcome) => outcome.wrong && written.has(outcome.line)).length;
  return {
    taken: taken.length,
    wrong,
    same: lines.length - taken.length - wrong - changed.length,
    changed: changed.map(({ line }) => line),
  };
}
