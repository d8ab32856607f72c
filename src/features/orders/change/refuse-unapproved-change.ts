import { changeNeedsApproval } from '../../../domain/approval.ts';
import { refuse } from '../../../domain/refusal.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import { ordererOf } from '../approval-terms.ts';
import type { OrderState } from '../order-state.ts';
import type { ApprovalTerms } from '../queries.ts';
import { isUnchanged } from './differences.ts';

/**
 * Refuses with `approval-required` a change that makes an order dearer than whoever acts may order alone. The verb and
 * the page that asks "is this right?" ask the same.
 */
export function refuseUnapprovedChange(
  ctx: CustomerCtx,
  approval: ApprovalTerms,
  { before, after }: { readonly before: OrderState; readonly after: OrderState },
): void {
  if (isUnchanged(before, after)) return;
  const net = { before: before.net, after: after.net };
  if (changeNeedsApproval(approval.rule, ordererOf(ctx, approval), net))
    refuse({ code: 'approval-required' });
}
