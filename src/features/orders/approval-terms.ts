import { needsApproval, type Orderer } from '../../domain/approval.ts';
import { refuse } from '../../domain/refusal.ts';
import { holds } from '../../domain/rights.ts';
import { type Ctx, type CustomerCtx, personIdOf } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type ApprovalTerms, findApprovalTerms } from './queries.ts';
import type { Quote } from './quote-orders.ts';

/** Whoever acts, as far as approval depends on it. */
export const ordererOf = (
  { actor, grants }: Pick<Ctx, 'actor' | 'grants'>,
  { isWatched }: ApprovalTerms,
): Orderer => ({
  isCarrier: actor.kind !== 'person',
  mayApprove: holds(grants, 'orders.approve'),
  isWatched,
});

/** The terms for whoever acts. */
export const approvalTerms = (tx: Transaction, ctx: CustomerCtx): Promise<ApprovalTerms> =>
  findApprovalTerms(tx, ctx.customer.id, personIdOf(ctx));

/**
 * Until when somebody could approve the quote if it were placed now; undefined where it would not wait. Refuses with
 * `approval-required` as placing it would.
 */
export async function waitsUntil(
  tx: Transaction,
  ctx: CustomerCtx,
  { totals, orderBy }: Pick<Quote, 'totals' | 'orderBy'>,
): Promise<Temporal.Instant | undefined> {
  const terms = await approvalTerms(tx, ctx);
  if (!needsApproval(terms.rule, ordererOf(ctx, terms), totals.net)) return undefined;
  return orderBy ?? refuse({ code: 'approval-required' });
}
