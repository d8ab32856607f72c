import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import { orderChanged } from '../jobs.ts';
import type { StoredOrder } from '../queries.ts';
import { auditedChange } from './differences.ts';
import { writeVersion } from './queries.ts';
import type { ChangeQuote } from './quote-change.ts';

/**
 * Writes an order as it is after a change, notes in the audit log what differs, and asks for the letter about it. What
 * kind of order it is may say more; its place moves after all of that.
 * @returns the number of the new version
 */
export async function writeChange(
  tx: Transaction,
  ctx: CustomerCtx,
  order: StoredOrder,
  { before, after }: Pick<ChangeQuote, 'before' | 'after'>,
): Promise<number> {
  const { number } = order;
  const personId = personIdOf(ctx);
  const version = await writeVersion(tx, order, after, { personId, at: ctx.now });
  await audit(tx, ctx, { action: 'order.change', object: number, ...auditedChange(before, after) });
  await ctx.jobs.enqueue(tx, orderChanged, {
    customerId: ctx.customer.id,
    number,
    version,
    personId: personId ?? null,
  });
  return version;
}
