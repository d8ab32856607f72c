import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { changesBetween } from '../changes.ts';
import { Version } from '../schemas.ts';
import { moveDefaultBilling } from './move-default-billing.ts';
import { findAddress, lockAddressBook, updateAddress } from './queries.ts';
import { AddressValues } from './schemas.ts';

/**
 * Changes an address. Booked orders keep the address that they were booked with. Saving what is saved already
 * changes nothing.
 * @param input `id`, the `version` that the form showed, {@link AddressValues}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `not-found` (also for another firm's), `stale`
 * (also when it was removed meanwhile), `default-billing-needed`.
 */
export async function changeAddress(ctx: CustomerCtx, input: unknown): Promise<{ changed: boolean }> {
  requireRight(ctx, 'masterData.edit');
  const { id, version } = parseInput(Version, input);
  const values = parseInput(AddressValues, input);
  return transaction(ctx, async (tx) => {
    await lockAddressBook(tx, ctx.customer.id);
    const current = await findAddress(tx, id);
    if (!current) refuse({ code: 'not-found' });
    if (current.archivedAt) refuse({ code: 'stale' });
    const change = changesBetween(current.values, values);
    if (!change) return { changed: false };
    if (current.version !== version) refuse({ code: 'stale' });
    if (current.values.isDefaultBilling && !values.isDefaultBilling)
      refuse({ code: 'default-billing-needed' });
    if (change.after.isDefaultBilling) await moveDefaultBilling(tx, ctx);
    await updateAddress(tx, id, values);
    await audit(tx, ctx, { action: 'address.change', object: `address/${id}`, ...change });
    return { changed: true };
  });
}
