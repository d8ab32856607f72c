import { refuse } from '../../../domain/refusal.ts';
import { auditAll } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../../platform/context.ts';
import { streamBody } from '../../../platform/http/index.ts';
import { type ZipEntry, zipNames, zipStream } from '../../../platform/zip/index.ts';
import { listDocuments } from '../place/queries.ts';
import { type DocumentFilter, DocumentNumber } from '../place/schemas.ts';
import { filesOf, findFile, type ListedFile } from './queries.ts';

/** More than these nobody wants to unpack, and the connection would have to hold for it. */
export const MOST_DOCUMENTS = 500;
const MOST_BYTES = 1024 ** 3;

/**
 * Several documents with all their files as one ZIP, made while it is being sent: one file at a time is in memory.
 * What goes out is in the audit log before the first byte does.
 * @param wanted the numbers that were ticked, or a filter whose documents are all meant
 *
 * Refuses with `forbidden` without `documents.download`, with `not-found` when nothing is there to pack (numbers of
 * other firms are not), with `too-many-rows` above {@link MOST_DOCUMENTS}, and with `too-large` above 1 GB.
 */
export async function zipDocuments(
  ctx: CustomerCtx,
  wanted: { readonly numbers: readonly string[] } | { readonly filter: DocumentFilter },
): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
  requireRight(ctx, 'documents.download');
  const files = await transaction(ctx, async (tx) => {
    const numbers = 'numbers' in wanted ? wellFormed(wanted.numbers) : await allOf(ctx, tx, wanted.filter);
    if (numbers.length > MOST_DOCUMENTS) refuse({ code: 'too-many-rows', limit: MOST_DOCUMENTS });
    const listed = numbers.length > 0 ? await filesOf(tx, numbers) : [];
    if (listed.length === 0) refuse({ code: 'not-found' });
    if (sumOf(listed) > MOST_BYTES) refuse({ code: 'too-large', limitBytes: MOST_BYTES });
    const entries = listed.map((file) => ({
      action: 'document.download' as const,
      object: file.number,
      after: { file: file.name, as: 'zip' },
    }));
    await auditAll(tx, ctx, entries);
    return listed;
  });
  return streamBody(zipStream(entriesOf(ctx, files), 'stored'));
}

const wellFormed = (numbers: readonly string[]) => [
  ...new Set(numbers.filter((number) => DocumentNumber.safeParse({ number }).success)),
];

async function allOf(ctx: CustomerCtx, tx: Parameters<typeof listDocuments>[0], filter: DocumentFilter) {
  const reading = { reader: personIdOf(ctx), now: ctx.now };
  const { rows } = await listDocuments(tx, filter, reading, undefined, MOST_DOCUMENTS + 1);
  return rows.map(({ number }) => number);
}

const sumOf = (files: readonly ListedFile[]) => files.reduce((sum, { size }) => sum + size, 0);

/** Fetches each file when it is its turn, in a transaction of its own: a slow line must not keep a connection. */
async function* entriesOf(ctx: CustomerCtx, files: readonly ListedFile[]): AsyncGenerator<ZipEntry> {
  const names = zipNames(files.map(({ name }) => name));
  for (const [index, { number, role, createdAt }] of files.entries()) {
    const file = await transaction(ctx, (tx) => findFile(tx, number, role));
    if (!file) continue;
    const modified = createdAt.toZonedDateTimeISO(ctx.timeZone).toPlainDateTime();
    yield { name: names[index] ?? file.name, modified, content: [file.bytes] };
  }
}
