import { createHash } from 'node:crypto';
import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { findSubmission, insertSubmission, type PlacedOrder } from './queries.ts';

/**
 * Makes a form count once. The key is born with the form; the first submission opens it here, in the transaction
 * that places the orders.
 * @param body what was submitted, without the key
 * @returns undefined for the first submission; for a resend with the same body the orders of the first one.
 *   Refuses with `key-reused` when the key comes with another body.
 */
export async function openSubmission(
  tx: Transaction,
  ctx: CustomerCtx,
  key: string,
  body: object,
): Promise<readonly PlacedOrder[] | undefined> {
  const body_hash = createHash('sha256').update(JSON.stringify(body)).digest();
  const isFirst = await insertSubmission(tx, {
    customer_id: ctx.customer.id,
    key,
    body_hash,
    created_at: ctx.now,
  });
  if (isFirst) return undefined;
  const earlier = await findSubmission(tx, key);
  if (!earlier.bodyHash?.equals(body_hash)) refuse({ code: 'key-reused' });
  return earlier.orders;
}
