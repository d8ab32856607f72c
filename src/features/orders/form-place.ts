import { isSamePlace } from '../../domain/zones/index.ts';
import { type FormFields, fieldValue } from '../../web/index.ts';
import { type Catalogue, catalogueAt, type LocalCatalogue } from '../catalogue/index.ts';
import type { Address } from '../customers/index.ts';

/** The address whose windows a form shows. */
export interface FormPlace {
  /** As it is there. */
  readonly catalogue: LocalCatalogue;
  /** Undefined while none is chosen; then all of them have the same windows. */
  readonly address: Address | undefined;
  /** Another choice of the address may mean other windows. */
  readonly hangsOnAddress: boolean;
}

/**
 * What a form offers before and after somebody has chosen an address. A firm with one address need not choose it; where
 * the addresses lie in different zones the form begins with the first one, because without one there is nothing to show.
 * @param fields the form, as far as it is filled in
 */
export function formPlace(
  catalogue: Catalogue,
  addresses: readonly Address[],
  fields: FormFields,
): FormPlace {
  const at = ({ postcode }: Address) => catalogueAt(catalogue, postcode);
  const [first] = addresses;
  if (!first) return { catalogue: catalogueAt(catalogue, ''), address: undefined, hangsOnAddress: false };
  const { place } = at(first);
  const hangsOnAddress = addresses.some((one) => !isSamePlace(at(one).place, place));
  const typed = fieldValue(fields, 'addressId');
  const chosen = addresses.find(({ id }) => String(id) === typed);
  const address = chosen ?? (addresses.length === 1 || hangsOnAddress ? first : undefined);
  return { catalogue: at(address ?? first), address, hangsOnAddress };
}
