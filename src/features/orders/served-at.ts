import { refuse } from '../../domain/refusal.ts';
import { type Catalogue, catalogueAt, type LocalCatalogue } from '../catalogue/index.ts';

/**
 * The catalogue as it is at an address. Refuses with `invalid` where the address belongs to no zone of the tours: nobody
 * goes there.
 */
export function servedAt(catalogue: Catalogue, { postcode }: { readonly postcode: string }): LocalCatalogue {
  const local = catalogueAt(catalogue, postcode);
  return local.place.kind === 'nowhere'
    ? refuse({ code: 'invalid', fields: [{ field: 'addressId', problem: 'not-served' }] })
    : local;
}
