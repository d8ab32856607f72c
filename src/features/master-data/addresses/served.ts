import type { Transaction } from '../../../platform/db/database.ts';
import type { Formats } from '../../../platform/i18n/index.ts';
import { notOfferedAt } from '../../catalogue/index.ts';
import { kindOf } from '../../orders/index.ts';
import { type AddressValues, Postcode } from './schemas.ts';
import { words } from './words.ts';

/** An address as it is stored or typed. */
type Place = Pick<AddressValues, 'postcode' | 'isDelivery' | 'isPickup'>;

/** Says of an address in words what it is meant for and will not get; undefined where everything is offered. */
export type NotServed = (address: Place) => string | undefined;

/**
 * Which services the addresses will not get because no tour goes there: a hint, no refusal, since the carrier may open a
 * zone tomorrow. One statement for all of them; a postcode that cannot be stored is another matter.
 */
export async function notServedAt(
  tx: Transaction,
  addresses: readonly Place[],
  { language }: Pick<Formats, 'language'>,
): Promise<NotServed> {
  const known = addresses.flatMap(({ postcode }) => Postcode.safeParse(postcode).data ?? []);
  const notOffered = await notOfferedAt(tx, known);
  return ({ postcode: typed, isDelivery, isPickup }) => {
    const postcode = Postcode.safeParse(typed).data;
    if (postcode === undefined) return undefined;
    const isMeant = { delivery: isDelivery, pickup: isPickup };
    const services = notOffered(postcode)
      .filter(({ code }) => {
        const use = kindOf(code)?.addressUse;
        return use !== undefined && isMeant[use];
      })
      .map(({ name }) => name[language]);
    return services.length > 0
      ? words[language].notServedText({ postcode, services: services.join(', ') })
      : undefined;
  };
}
