import type { DocumentRole } from '../../../domain/documents/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../../platform/context.ts';
import { markRead } from '../place/queries.ts';
import { DocumentNumber } from '../place/schemas.ts';
import { type FoundFile, findFile } from './queries.ts';

/** Looking at a document and taking it along are two rights. */
export type Purpose = 'preview' | 'download';
const RIGHT_FOR = { preview: 'documents.view', download: 'documents.download' } as const;

/**
 * The bytes of one file of a document, and a line in the audit log that they went out. Every single file passes here.
 * Refuses with `forbidden` without the right for the purpose, and with `not-found`, also for another firm's.
 */
export async function openFile(
  ctx: CustomerCtx,
  asked: { readonly number: string | undefined; readonly role: DocumentRole },
  purpose: Purpose,
): Promise<FoundFile> {
  requireRight(ctx, RIGHT_FOR[purpose]);
  const number = DocumentNumber.safeParse(asked);
  if (!number.success) refuse({ code: 'not-found' });
  return transaction(ctx, async (tx) => {
    const file = (await findFile(tx, number.data.number, asked.role)) ?? refuse({ code: 'not-found' });
    await audit(tx, ctx, {
      action: `document.${purpose}`,
      object: number.data.number,
      after: { file: file.name },
    });
    const personId = personIdOf(ctx);
    if (personId !== undefined) {
      const { documentId } = file;
      await markRead(tx, { documentId, customerId: ctx.customer.id, personId, at: ctx.now });
    }
    return file;
  });
}
