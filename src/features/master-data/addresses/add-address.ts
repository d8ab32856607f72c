import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type CustomerCtx, requireRight, transaction } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { filledValues } from '../changes.ts';
import { Submission } from '../schemas.ts';
import { sentBefore } from '../sent-before.ts';
import { moveDefaultBilling } from './move-default-billing.ts';
import { insertAddress, listAddresses, lockAddressBook } from './queries.ts';
import { AddressValues } from './schemas.ts';

/** More than a firm with a branch in every district needs. */
export const MOST_ADDRESSES = 200;

/**
 * Adds an address. The first one for bills becomes the default. A resend of the same form adds nothing.
 * @param input the key of the form and {@link AddressValues}
 *
 * Refuses with `forbidden` without `masterData.edit`, `invalid`, `limit-reached`, `key-reused`.
 */
export async function addAddress(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireRight(ctx, 'masterData.edit');
  const { key } = parseInput(Submission, input);
  const typed = parseInput(AddressValues, input);
  await transaction(ctx, async (tx) => {
    await lockAddressBook(tx, ctx.customer.id);
    if (await sentBefore(tx, ctx, key, { verb: 'address.add', typed })) return;
    const others = await listAddresses(tx);
    if (others.length >= MOST_ADDRESSES) refuse({ code: 'limit-reached', limit: MOST_ADDRESSES });
    const hasDefault = others.some(({ values }) => values.isDefaultBilling);
    const values = { ...typed, isDefaultBilling: typed.isDefaultBilling || (typed.isBilling && !hasDefault) };
    if (values.isDefaultBilling) await moveDefaultBilling(tx, ctx);
    const id = await insertAddress(tx, ctx.customer.id, values);
    await audit(tx, ctx, { action: 'address.add', object: `address/${id}`, after: filledValues(values) });
  });
}
