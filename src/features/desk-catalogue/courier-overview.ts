import { DISTANCES, type Distance } from '../../domain/courier/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { CourierAtDesk } from './courier-overview-queries.ts';
import { courierAtDesk } from './courier-overview-queries.ts';
import { zonePair } from './subjects/courier-rules-code.ts';
import type { Wording } from './view.ts';
import { words } from './words.ts';

/** The couriers of the carrier, worded. */
export interface CourierView {
  readonly vehicles: readonly {
    readonly code: string;
    readonly name: string;
    readonly carries: string;
    readonly fares: string;
  }[];
  readonly zones: readonly { readonly code: string; readonly name: string; readonly postcodes: string }[];
  readonly ways: readonly { readonly code: string; readonly name: string; readonly distance: string }[];
}

/** Undefined where the carrier has no couriers. */
export async function courierView(
  tx: Transaction,
  on: Temporal.PlainDate,
  wording: Wording,
): Promise<CourierView | undefined> {
  const found = await courierAtDesk(tx, on);
  if (found.vehicles.length === 0) return undefined;
  const { language, formats } = wording;
  const t = words[language].couriers;
  const priceOf = (fare: number | undefined) =>
    fare === undefined ? words[language].noPrice : formats.unitPrice(fare);
  return {
    vehicles: found.vehicles.map((one) => ({
      code: one.code,
      name: one.name[language],
      carries: t.carries({
        kg: formats.number(one.kg),
        size: [one.length, one.width, one.height].map((cm) => formats.number(cm)).join(' × '),
      }),
      fares: DISTANCES.map((distance) => priceOf(one.fares?.[distance])).join(' / '),
    })),
    zones: found.zones.map((one) => ({
      code: one.code,
      name: one.name[language],
      postcodes: (one.postcodes ?? []).join(', '),
    })),
    ways: waysOf(found, (distance) => t.distances[distance ?? 'none'], language),
  };
}

/** Every pair of zones, with itself too. */
function waysOf(
  { zones, distances }: CourierAtDesk,
  say: (distance: Distance | undefined) => string,
  language: 'de' | 'en',
): CourierView['ways'] {
  return zones.flatMap((one, at) =>
    zones.slice(at).map((other) => {
      const code = zonePair(one.code, other.code);
      const known = distances.find((row) => zonePair(row.one, row.other) === code);
      return {
        code,
        name: `${one.name[language]} – ${other.name[language]}`,
        distance: say(known?.distance),
      };
    }),
  );
}
