import { refuse } from '../../domain/refusal.ts';
import { isSamePlace } from '../../domain/zones/index.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { transaction } from '../../platform/context.ts';
import { addressesFor } from '../customers/index.ts';
import type { Catalogue } from './catalogue.ts';
import { catalogueAt, type LocalCatalogue } from './catalogue-at.ts';

/**
 * The catalogue for whoever asks what is offered: at one of the firm's addresses, or at a postcode. Without either it is
 * that of the firm's addresses, as long as all of them have the same windows.
 *
 * Refuses with `invalid` for an address that is not the firm's, and without one where it would matter.
 */
export async function offersPlace(
  ctx: CustomerCtx,
  catalogue: Catalogue,
  asked: { readonly addressId?: number | undefined; readonly postcode?: string | undefined },
): Promise<LocalCatalogue> {
  const { addressId, postcode } = asked;
  if (addressId === undefined && postcode !== undefined) return catalogueAt(catalogue, postcode);
  const addresses = await transaction(ctx, async (tx) => [
    ...(await addressesFor(tx, 'delivery')),
    ...(await addressesFor(tx, 'pickup')),
  ]);
  const locals = addresses
    .filter(({ id }) => addressId === undefined || id === addressId)
    .map((address) => catalogueAt(catalogue, address.postcode));
  const [first, ...others] = locals;
  if (addressId !== undefined && !first) return refuseAddress('unknown');
  const hangsOnZones = [...catalogue.services.values()].some(({ inZones }) => inZones);
  if (!hangsOnZones) return first ?? catalogueAt(catalogue, '');
  if (!first || others.some(({ place }) => !isSamePlace(place, first.place)))
    return refuseAddress('required');
  return first;
}

const refuseAddress = (problem: 'unknown' | 'required'): never =>
  refuse({ code: 'invalid', fields: [{ field: 'addressId', problem }] });
