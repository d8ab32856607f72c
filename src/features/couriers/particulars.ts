import type { AddressSnapshot, Bilingual, Particular } from '../../platform/db/json.ts';
import { type Formats, formatsFor, type Language } from '../../platform/i18n/index.ts';
import { addressLines } from '../orders/index.ts';
import type { NewRide, Vehicle } from './queries.ts';
import { words } from './words.ts';

type T = (typeof words)[Language];

/** What a ride says besides pickup and time, in both languages: on the order, in letters. */
export function particularsOf(ride: NewRide, vehicle: Vehicle, timeZone: string): readonly Particular[] {
  const both = (say: (t: T, formats: Formats) => string): Bilingual => ({
    de: say(words.de, formatsFor('de', timeZone)),
    en: say(words.en, formatsFor('en', timeZone)),
  });
  const pair = (term: (t: T) => string, value: (t: T, formats: Formats) => string): Particular => ({
    term: both(term),
    value: both(value),
  });
  const places = ride.stops.slice(1);
  return [
    ...places.flatMap(({ address, hint }, at) => {
      const title = (t: T) => (at === places.length - 1 ? t.to : t.stopTitle({ at: at + 1 }));
      const place = pair(title, () => placeText(address));
      return hint === ''
        ? [place]
        : [
            place,
            pair(
              (t) => t.hintAt({ place: title(t) }),
              () => hint,
            ),
          ];
    }),
    pair(
      (t) => t.load,
      (t, formats) => loadText(ride, t, formats),
    ),
    { term: both((t) => t.vehicle), value: vehicle.name },
    pair(
      (t) => t.ride,
      (t) => rideText(ride, t),
    ),
    pair(
      (t) => t.proof,
      (t) => t.proofs[ride.proof],
    ),
    pair(
      (t) => t.cancellation,
      (t, formats) => t.policy({ fee: formats.money(ride.baseFee) }),
    ),
  ];
}

/** An address with whom to ask for. */
export const placeText = (address: AddressSnapshot): string =>
  [addressLines(address), address.contactName, address.contactPhone].filter(Boolean).join(', ');

export const loadText = (
  { content, kg, size }: Pick<NewRide, 'content' | 'kg' | 'size'>,
  t: T,
  { number }: Formats,
): string => t.loadText({ content, kg: number(kg), size: size.map((side) => number(side)).join(' × ') });

export const rideText = ({ isNow, isDirect }: Pick<NewRide, 'isNow' | 'isDirect'>, t: T): string =>
  [isNow ? t.atOnce : t.booked, ...(isDirect ? [t.directly] : [])].join(', ');
