import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { filledValues } from '../changes.ts';
import { Version } from '../schemas.ts';
import { archiveAddress, findAddress, lockAddressBook } from './queries.ts';

/**
 * Takes an address out of use. Booked orders keep it; removing it twice changes nothing.
 * @param input `id` and the `version` that the page showed
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `not-found` (also for another firm's), `stale`,
 * `default-billing-needed`.
 */
export async function removeAddress(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const { id, version } = parseInput(Version, input);
  await transaction(ctx, async (tx) => {
    await lockAddressBook(tx, ctx.customer.id);
    const current = await findAddress(tx, id);
    if (!current) refuse({ code: 'not-found' });
    if (current.archivedAt) return;
    if (current.version !== version) refuse({ code: 'stale' });
    if (current.values.isDefaultBilling) refuse({ code: 'default-billing-needed' });
    await archiveAddress(tx, id, ctx.now);
    await audit(tx, ctx, {
      action: 'address.remove',
      object: `address/${id}`,
      before: filledValues(current.values),
    });
  });
}
