import type { ApprovalRule } from '../../domain/approval.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireAdmin, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { lockRule, setRule } from './queries.ts';
import { SetApprovalRule } from './schemas.ts';

/**
 * Sets when orders of the firm wait for approval. It holds for what is ordered from now on; what waits goes on waiting.
 * @param input see {@link SetApprovalRule}
 *
 * Refuses with `admin-only`, `invalid`.
 */
export async function setApprovalRule(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireAdmin(ctx);
  const { isOn, above: aboveCents, fourEyes } = parseInput(SetApprovalRule, input);
  const after: ApprovalRule = { isOn, aboveCents, fourEyes };
  await transaction(ctx, async (tx) => {
    const before = await lockRule(tx, ctx.customer.id);
    if (isSame(before, after)) return;
    await setRule(tx, ctx.customer.id, after);
    await audit(tx, ctx, {
      action: 'customer.approval-rule',
      object: ctx.customer.number,
      before: audited(before),
      after: audited(after),
    });
  });
}

const isSame = (a: ApprovalRule, b: ApprovalRule): boolean =>
  a.isOn === b.isOn && a.aboveCents === b.aboveCents && a.fourEyes === b.fourEyes;

const audited = ({ isOn, aboveCents, fourEyes }: ApprovalRule) => ({
  isOn,
  aboveCents: aboveCents ?? null,
  fourEyes,
});
