import type { BasisPoints, UnitPrice } from '../money.ts';
import type { Distance } from './zones.ts';

/** What a ride is priced by, in hundredths of a cent, net. All figures are catalogue data. */
export interface RideTariff {
  /** Of the vehicle. */
  readonly base: UnitPrice;
  /** Of the vehicle, for each leg of the way. */
  readonly fares: Readonly<Record<Distance, UnitPrice>>;
  /** Each stop between pickup and delivery. */
  readonly stop: UnitPrice;
  /** Each five minutes that were asked for in advance. */
  readonly wait: UnitPrice;
  /** Coming within half an hour instead of an hour. */
  readonly narrowWindow: UnitPrice;
  /** Without a detour: on top of base and way. */
  readonly directSurcharge: BasisPoints;
}

/** What is asked for, as far as it costs something. */
export interface RideWish {
  /** How far each leg is, from the pickup over the stops to the delivery. */
  readonly legs: readonly Distance[];
  readonly stops: number;
  /** Minutes of waiting that are known beforehand, in steps of five. */
  readonly waitMinutes: number;
  readonly narrowWindow: boolean;
  readonly direct: boolean;
}

export const WAIT_STEP_MINUTES = 5;

/** A part of the price; parts that are not asked for do not occur. */
export interface PricePart {
  readonly part: 'base' | `way-${Distance}` | 'stop' | 'wait' | 'narrow-window' | 'direct';
  readonly quantity: number;
  readonly unitPrice: UnitPrice;
}

const WHOLE = 10_000;

/** The parts of the price in the order in which they are said: base, way, then whatever else is asked for. */
export function rideParts(tariff: RideTariff, wish: RideWish): readonly PricePart[] {
  const ways = (['near', 'city', 'region'] as const).map(
    (distance): PricePart => ({
      part: `way-${distance}`,
      quantity: wish.legs.filter((leg) => leg === distance).length,
      unitPrice: tariff.fares[distance],
    }),
  );
  const way = ways.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
  const parts: PricePart[] = [
    { part: 'base', quantity: 1, unitPrice: tariff.base },
    ...ways,
    { part: 'stop', quantity: wish.stops, unitPrice: tariff.stop },
    { part: 'wait', quantity: Math.ceil(wish.waitMinutes / WAIT_STEP_MINUTES), unitPrice: tariff.wait },
    { part: 'narrow-window', quantity: wish.narrowWindow ? 1 : 0, unitPrice: tariff.narrowWindow },
    {
      part: 'direct',
      quantity: wish.direct ? 1 : 0,
      unitPrice: Math.round(((tariff.base + way) * tariff.directSurcharge) / WHOLE),
    },
  ];
  return parts.filter(({ quantity }) => quantity > 0);
}
