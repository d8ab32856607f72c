import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { companyChangeRequested } from './jobs.ts';
import { insertRequest, lockOpenRequest } from './queries.ts';
import { CompanyChange } from './schemas.ts';

/**
 * Asks the carrier to change the firm's name; a letter tells the carrier. The same request twice is one.
 * @param input see {@link CompanyChange}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `request-pending` while another one waits.
 */
export async function requestCompanyChange(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const change = parseInput(CompanyChange, input);
  await transaction(ctx, async (tx) => {
    const id = await insertRequest(tx, {
      ...change,
      customerId: ctx.customer.id,
      requestedBy: personIdOf(ctx),
      requestedAt: ctx.now,
    });
    if (id === undefined) {
      const open = await lockOpenRequest(tx);
      const isSame =
        open?.new_name === change.newName &&
        open.reason === change.reason &&
        open.valid_from.equals(change.validFrom);
      return isSame ? undefined : refuse({ code: 'request-pending' });
    }
    await audit(tx, ctx, {
      action: 'company.request',
      object: 'company',
      after: { newName: change.newName, validFrom: change.validFrom.toString(), reason: change.reason },
    });
    await ctx.jobs.enqueue(tx, companyChangeRequested, { customerId: ctx.customer.id, requestId: id });
  });
}
