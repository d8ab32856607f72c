import { mendPostcode } from '../postcode.ts';
import { longestPrefix, type PostcodePrefix } from './prefixes.ts';

/**
 * Where an address lies. `everywhere`: the carrier has no zones, and every address is served alike. `zone`: the tours of
 * that zone go there. `nowhere`: it belongs to no zone, so nobody goes there.
 */
export type Place =
  | { readonly kind: 'everywhere' }
  | { readonly kind: 'zone'; readonly zone: string }
  | { readonly kind: 'nowhere' };

/**
 * The place of a postcode, however it is written (`D-10 719` as well): the longest prefix wins.
 * @param prefixes no one twice; undefined where the carrier has no zones
 */
export function placeOf(postcode: string, prefixes: readonly PostcodePrefix[] | undefined): Place {
  if (!prefixes) return { kind: 'everywhere' };
  const zone = longestPrefix(mendPostcode(postcode), prefixes);
  return zone === undefined ? { kind: 'nowhere' } : { kind: 'zone', zone };
}

/** Whether the windows of one place are those of the other. */
export const isSamePlace = (a: Place, b: Place): boolean =>
  a.kind === b.kind && (a.kind !== 'zone' || b.kind !== 'zone' || a.zone === b.zone);
