import { zoneOf } from '../../domain/courier/index.ts';
import { mendPostcode } from '../../domain/postcode.ts';
import type { FieldProblem } from '../../domain/refusal.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Address, addressesFor } from '../customers/index.ts';
import type { CourierTerms, RideStop } from './queries.ts';
import type { Place } from './schemas.ts';

/** The firm's addresses that a courier can come to, whatever else they are used for. */
export async function courierAddresses(tx: Transaction): Promise<readonly Address[]> {
  const all = [...(await addressesFor(tx, 'pickup')), ...(await addressesFor(tx, 'delivery'))];
  return [...new Map(all.map((address) => [address.id, address])).values()];
}

/** The firm's addresses, and those that a ride names although they have been given up since. */
export const withKept = (own: readonly Address[], kept: readonly Address[]): readonly Address[] => [
  ...own,
  ...kept.filter(({ id }) => !own.some((one) => one.id === id)),
];

const REQUIRED = ['recipient', 'street', 'postcode', 'city'] as const;

/**
 * A place as it is kept: the firm's own by its id, else what was typed. Adds a problem for everything that is missing,
 * an address that is not the firm's, and a place where no courier goes.
 * @param path how the form and the API call it: `from`, `stops.0`, `to`
 */
export function resolvePlace(
  path: string,
  place: Place,
  own: readonly Address[],
  { map }: CourierTerms,
  problems: FieldProblem[],
): RideStop | undefined {
  const address = place.addressId === undefined ? undefined : own.find(({ id }) => id === place.addressId);
  if (place.addressId !== undefined && !address) {
    problems.push({ field: `${path}.addressId`, problem: 'unknown' });
    return undefined;
  }
  const typed = { ...place, postcode: mendPostcode(place.postcode) };
  const missing = address ? [] : REQUIRED.filter((field) => typed[field] === '');
  problems.push(
    ...missing.map((field): FieldProblem => ({ field: `${path}.${field}`, problem: 'required' })),
  );
  if (missing.length > 0) return undefined;
  const { recipient, street, postcode, city } = address ?? typed;
  const zone = zoneOf(postcode, map);
  if (!zone || !/^\d{5}$/.test(postcode)) {
    problems.push({ field: `${path}.${address ? 'addressId' : 'postcode'}`, problem: 'outside-area' });
    return undefined;
  }
  return {
    address: {
      recipient,
      street,
      postcode,
      city,
      contactName: typed.contactName || (address?.contactName ?? ''),
      contactPhone: typed.contactPhone || (address?.contactPhone ?? ''),
    },
    addressId: address?.id,
    zone,
    hint: typed.hint || (address?.driverHint ?? ''),
  };
}
