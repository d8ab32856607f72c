import type { Transaction } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/db/json.ts';
import type { FoundOrder, StoredOrder } from '../orders/index.ts';
import { findRide, type StoredRide } from './queries.ts';
import type { Timing } from './schemas.ts';

/** When a ride comes, in the terms of its form. */
export function timingOfRide({ pool }: Pick<StoredOrder, 'pool'>, { ride }: StoredRide): Timing {
  if (ride.is_now) return 'now';
  return pool === ride.narrow_pool ? 'half-hour' : 'hour';
}

/** The answers of the form that would book this ride, all but its window. */
export function rideAnswers(order: StoredOrder, stored: StoredRide): Answers {
  const { ride, stops } = stored;
  const between = stops.length - 2;
  const answers: [string, string][] = [
    ['when', timingOfRide(order, stored)],
    ['stopCount', String(between || '')],
    ...stops.flatMap((stop, at) => {
      const path = at === 0 ? 'from' : at === stops.length - 1 ? 'to' : `stops.${at - 1}`;
      return placeAnswers(path, stop);
    }),
    ['content', ride.content],
    ['kg', String(ride.kg)],
    ['length', String(ride.length_cm)],
    ['width', String(ride.width_cm)],
    ['height', String(ride.height_cm)],
    ['vehicle', ride.is_vehicle_chosen ? ride.vehicle_code : ''],
    ['direct', ride.is_direct ? 'on' : ''],
    ['waitMinutes', String(ride.wait_minutes || '')],
    ['proof', ride.proof],
    ['costCentreId', String(order.cost_centre_id ?? '')],
    ['reference', order.reference],
  ];
  return answers.filter(([, value]) => value !== '');
}

function placeAnswers(path: string, { address, address_id, hint }: StoredRide['stops'][number]) {
  const { recipient, street, postcode, city, contactName, contactPhone } = address;
  const where = address_id === null ? { recipient, street, postcode, city } : { addressId: `${address_id}` };
  return Object.entries({ ...where, contactName, contactPhone, hint }).map(
    ([field, value]): [string, string] => [`${path}.${field}`, value],
  );
}

/** The answers that would book the ride of an order; undefined for an order that is none. */
export async function rideAnswersOf(tx: Transaction, { order }: FoundOrder): Promise<Answers | undefined> {
  const stored = await findRide(tx, order.id);
  return stored && rideAnswers(order, stored);
}
