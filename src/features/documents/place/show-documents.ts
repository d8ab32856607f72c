import { refuse } from '../../../domain/refusal.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../../platform/context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import {
  costCentresInUse,
  countNew,
  type DocumentRow,
  findDocument,
  listDocuments,
  markRead,
} from './queries.ts';
import type { DocumentFilter } from './schemas.ts';

const PAGE_SIZE = 50;

/** One page of the list; `newer` and `older` are the cursors of the pages beside it, if there are any. */
export interface DocumentPage {
  readonly rows: readonly DocumentRow[];
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

type Asked = DocumentFilter & { readonly older?: string | undefined; readonly newer?: string | undefined };

/** The firm's documents that fit the filter, newest first. Refuses with `forbidden` without `documents.view`. */
export async function showDocuments(
  ctx: CustomerCtx,
  asked: Asked,
  pageSize = PAGE_SIZE,
): Promise<DocumentPage> {
  requireRight(ctx, 'documents.view');
  const cursor = readCursor(asked.older, 'older') ?? readCursor(asked.newer, 'newer');
  const reading = { reader: personIdOf(ctx), now: ctx.now };
  const { rows, hasMore } = await transaction(ctx, (tx) =>
    listDocuments(tx, asked, reading, cursor, pageSize),
  );
  const [first, last] = [rows[0], rows.at(-1)];
  const goesNewer = cursor?.direction === 'newer' ? hasMore : cursor !== undefined;
  const goesOlder = cursor?.direction === 'newer' || hasMore;
  return {
    rows,
    newer: first && goesNewer ? writeCursor(first) : undefined,
    older: last && goesOlder ? writeCursor(last) : undefined,
  };
}

/** What stands around the list: how many are new per tab, and the cost centres to filter by. */
export async function aroundTheList(ctx: CustomerCtx) {
  return transaction(ctx, async (tx) => ({
    newOf: await countNew(tx, personIdOf(ctx), ctx.now),
    costCentres: await costCentresInUse(tx),
  }));
}

/**
 * One document with its files, but not their bytes. Whoever looks at it has read it.
 * Refuses with `forbidden` without `documents.view`, and with `not-found`, also for another firm's.
 */
export async function readDocument(ctx: CustomerCtx, number: string) {
  requireRight(ctx, 'documents.view');
  return transaction(ctx, async (tx) => {
    const found = (await findDocument(tx, number)) ?? refuse({ code: 'not-found' });
    const personId = personIdOf(ctx);
    if (personId !== undefined) {
      await markRead(tx, {
        documentId: found.document.id,
        customerId: ctx.customer.id,
        personId,
        at: ctx.now,
      });
    }
    return found;
  });
}
