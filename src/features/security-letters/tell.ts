import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { actingPerson } from '../../platform/person-scope.ts';
import { type SecurityChange, securityChanged } from './jobs.ts';

/** Tells the acting person by letter what changed in how they sign in. */
export async function tellPerson(tx: Transaction, ctx: CustomerCtx, what: SecurityChange): Promise<void> {
  await tellAbout(tx, ctx, actingPerson(ctx).personId, what);
}

/** The same for somebody else of the firm, for whom the carrier acts. */
export async function tellAbout(
  tx: Transaction,
  ctx: CustomerCtx,
  personId: number,
  what: SecurityChange,
): Promise<void> {
  const payload = { customerId: ctx.customer.id, personId, what, at: ctx.now.toString() };
  await ctx.jobs.enqueue(tx, securityChanged, payload);
}
