import { createHash } from 'node:crypto';
import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { insertSubmission, submissionHash } from './queries.ts';

/**
 * Whether this form was sent before with the same values: a double click adds one thing, not two. The key is born
 * with the form. Refuses with `key-reused` when the form comes again with other values.
 */
export async function sentBefore(
  tx: Transaction,
  ctx: CustomerCtx,
  key: string,
  body: object,
): Promise<boolean> {
  const body_hash = createHash('sha256').update(JSON.stringify(body)).digest();
  const isFirst = await insertSubmission(tx, {
    customer_id: ctx.customer.id,
    key,
    body_hash,
    created_at: ctx.now,
  });
  if (isFirst) return false;
  if (!(await submissionHash(tx, key))?.equals(body_hash)) refuse({ code: 'key-reused' });
  return true;
}
