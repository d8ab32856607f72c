import { needsApproval } from '../../domain/approval.ts';
import { totals } from '../../domain/money.ts';
import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { type ApprovalTerms, ordererOf, priced } from '../orders/index.ts';
import { pickupProduct } from '../pickups/index.ts';
import { SERVICE } from './plan.ts';

/**
 * Refuses with `approval-required` when one date of a plan would need approval if whoever acts ordered it by itself. A
 * plan is agreed once and its dates become orders by night: it cannot wait, so somebody who needs no approval makes it.
 * The pages that ask "is this right?" ask the same.
 */
export function refuseUnapproved(ctx: CustomerCtx, approval: ApprovalTerms, catalogue: Catalogue): void {
  const product = pickupProduct(catalogue, SERVICE);
  const { net } = totals(product ? [priced({ product, quantity: 1 })] : []);
  if (needsApproval(approval.rule, ordererOf(ctx, approval), net)) refuse({ code: 'approval-required' });
}
