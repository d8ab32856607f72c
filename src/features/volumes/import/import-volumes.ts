import { createHash } from 'node:crypto';
import { type FieldProblem, refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction } from '../../../platform/context.ts';
import { streamCsv, UnreadableCsv } from '../../../platform/csv/index.ts';
import { parseInput, requiredText } from '../../../platform/input.ts';
import { openVolumeFile } from '../queries.ts';
import { clerkNameOf, requireVolumeClerk } from '../require-clerk.ts';
import { type Columns, cellsOf, findColumns, isComplete } from './columns.ts';
import { type Line, type Taken, takeLines } from './take-lines.ts';

/** A file of the sorting machine. It is read twice, so it has to be opened anew each time. */
export interface VolumeSource {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

export interface ImportedVolumes extends Taken {
  readonly fileId: number;
  /** The name under which the file is known: the first one that its content had. */
  readonly name: string;
}

/** Small enough that others get their turn, large enough that the statements do not matter. */
const BATCH = 500;
/** So many lines that changed are named; the rest is counted with them by whoever reads the file again. */
const MOST_NAMED = 1000;

/**
 * Takes the volumes of a file, in any number: each line once, whoever imports the file how often and whatever it was
 * called the second time. Lines that are wrong wait at the desk to be mended, or come right with a mended file of the
 * same name. It holds one batch of lines at a time, and what was taken before it was interrupted stays.
 *
 * Refuses with `not-found`, `staff-role-required`, and `invalid` for a file that is no table of volumes: `file` is
 * empty (`required`), lacks columns (`columns-missing`) or a closing quote (`unclosed-quote`, `limit` is the line).
 */
export async function importVolumes(ctx: Ctx, source: VolumeSource): Promise<ImportedVolumes> {
  requireVolumeClerk(ctx);
  const name = parseInput(requiredText(200), source.name.replace(/^.*[/\\]/, '').slice(0, 200));
  const { contentHash, columns } = await survey(source);
  const upload = { name, contentHash, at: ctx.now, clerkName: clerkNameOf(ctx) };
  const file = await deskTransaction(ctx, (tx) => openVolumeFile(tx, upload));
  let sum: Taken = { taken: 0, same: 0, wrong: 0, changed: [] };
  for await (const lines of batches(source, columns)) {
    sum = add(sum, await deskTransaction(ctx, (tx) => takeLines(tx, ctx, file.id, lines)));
  }
  const { changed, ...counts } = sum;
  await deskTransaction(ctx, (tx) =>
    audit(tx, ctx, {
      action: 'volume.import',
      object: file.name,
      after: { ...counts, changed: changed.length },
    }),
  );
  return { fileId: file.id, name: file.name, ...sum };
}

/** Reads the file through once: what is wrong with the whole of it is found before anything is taken. */
async function survey(source: VolumeSource): Promise<{ contentHash: Buffer; columns: Columns }> {
  const wrong = (problem: FieldProblem['problem'], limit?: number) =>
    refuse({ code: 'invalid', fields: [{ field: 'file', problem, ...(limit ? { limit } : {}) }] });
  const hash = createHash('sha256');
  let columns: Columns | undefined;
  let count = 0;
  try {
    for await (const { cells } of streamCsv(hashed(source.open(), hash))) {
      columns ??= findColumns(cells);
      count += 1;
    }
  } catch (error) {
    if (error instanceof UnreadableCsv) wrong('unclosed-quote', error.line);
    throw error;
  }
  if (!columns || count <= (columns.hasHeader ? 1 : 0)) return wrong('required');
  return isComplete(columns) ? { contentHash: hash.digest(), columns } : wrong('columns-missing');
}

async function* hashed(pieces: AsyncIterable<Uint8Array>, hash: { update(piece: Uint8Array): unknown }) {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

async function* batches(source: VolumeSource, columns: Columns): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  let isHeader = columns.hasHeader;
  for await (const { line, cells } of streamCsv(source.open())) {
    if (!isHeader) batch.push({ line, cells: cellsOf(cells, columns) });
    isHeader = false;
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const add = (a: Taken, b: Taken): Taken => ({
  taken: a.taken + b.taken,
  same: a.same + b.same,
  wrong: a.wrong + b.wrong,
  changed: [...a.changed, ...b.changed].slice(0, MOST_NAMED),
});
