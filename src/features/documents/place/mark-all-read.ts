import type { DocumentFolder } from '../../../domain/documents/index.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { actingPerson } from '../../../platform/person-scope.ts';
import { markAllRead } from './queries.ts';

/**
 * Takes the mark "new" off all documents of a tab, for the acting person alone; answers how many that were.
 * Refuses with `forbidden` without `documents.view`.
 */
export async function markFolderRead(ctx: CustomerCtx, folder: DocumentFolder | undefined): Promise<number> {
  requireRight(ctx, 'documents.view');
  const { personId } = actingPerson(ctx);
  return transaction(ctx, (tx) => markAllRead(tx, { folder, personId, now: ctx.now }));
}
