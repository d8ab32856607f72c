import { placeOf } from '../../domain/zones/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';
import { readZonedServices } from './queries.ts';

/** A service that is not offered somewhere. */
export interface NotOffered {
  readonly code: string;
  readonly name: Text;
}

/**
 * Which services are not offered at a postcode because it belongs to no zone of the tours: for who keeps addresses, long
 * before anything is booked. One statement for all of them; it reads neither windows nor places.
 * @param postcodes as they are stored; the answer is for these
 */
export async function notOfferedAt(
  tx: Pick<Transaction, 'sql'>,
  postcodes: readonly string[],
): Promise<(postcode: string) => readonly NotOffered[]> {
  const { services, prefixes, isZoned } = await readZonedServices(tx, postcodes);
  return (postcode) => (placeOf(postcode, isZoned ? prefixes : undefined).kind === 'nowhere' ? services : []);
}
