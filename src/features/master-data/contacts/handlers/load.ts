import { type CustomerCtx, transaction } from '../../../../platform/context.ts';
import type { PageRequest } from '../../../../web/index.ts';
import { auditOf } from '../../queries.ts';
import { rowIdOf } from '../../row-id.ts';
import { findContact } from '../queries.ts';

const SHOWN_CHANGES = 30;

/** The contact that the request names, if it is still there, and its history. */
export async function load(request: PageRequest, ctx: CustomerCtx) {
  const id = rowIdOf(request);
  return transaction(ctx, async (tx) => ({
    contact: await findContact(tx, id),
    rows: await auditOf(tx, `contact/${id}`, SHOWN_CHANGES),
  }));
}
