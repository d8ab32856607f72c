import { createHash } from 'node:crypto';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, personIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type ApprovalTerms, findSubmission, insertSubmission, type PlacedOrder } from './queries.ts';

/** A form that was sent. */
export interface OpenedSubmission {
  /** Undefined for the first submission; for a resend with the same body the orders of the first one. */
  readonly earlier: readonly PlacedOrder[] | undefined;
  /** What decides whether it waits for approval. */
  readonly approval: ApprovalTerms;
}

/**
 * Makes a form count once. The key is born with the form; the first submission opens it here, in the transaction
 * that places the orders.
 * @param body what was submitted, without the key
 *
 * Refuses with `key-reused` when the key comes with another body.
 */
export async function openSubmission(
  tx: Transaction,
  ctx: CustomerCtx,
  key: string,
  body: object,
): Promise<OpenedSubmission> {
  const bodyHash = createHash('sha256').update(JSON.stringify(body)).digest();
  const { isFirst, approval } = await insertSubmission(tx, {
    customerId: ctx.customer.id,
    key,
    bodyHash,
    at: ctx.now,
    personId: personIdOf(ctx),
  });
  if (isFirst) return { earlier: undefined, approval };
  const earlier = await findSubmission(tx, key);
  if (!earlier.bodyHash?.equals(bodyHash)) refuse({ code: 'key-reused' });
  return { earlier: earlier.orders, approval };
}
