import type { Distance } from '../../domain/courier/index.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** Vehicles with their fares on a day, zones with their postcodes, and how far they are from each other. */
export async function courierAtDesk(tx: Transaction, on: Temporal.PlainDate) {
  const vehicles = await tx.sql<{
    code: string;
    name: Text;
    kg: number;
    length: number;
    width: number;
    height: number;
    fares: Partial<Record<Distance, number>> | null;
  }>(
    `select v.code, v.name, v.max_kg as kg, v.max_length_cm as length, v.max_width_cm as width,
       v.max_height_cm as height, (select json_object_agg(distance, unit_price) from (
         select distinct on (distance) distance, unit_price from courier_fare
         where vehicle_code = v.code and valid_from <= $1 order by distance, valid_from desc) f) as fares
     from courier_vehicle v order by v.position`,
    [on],
  );
  const zones = await tx.sql<{ code: string; name: Text; postcodes: string[] | null }>(
    `select z.code, z.name,
       (select array_agg(prefix order by prefix) from courier_zone_postcode where zone_code = z.code) as postcodes
     from courier_zone z order by z.position`,
  );
  const distances = await tx.sql<{ one: string; other: string; distance: Distance }>(
    'select one, other, distance from courier_distance',
  );
  return { vehicles, zones, distances };
}

export type CourierAtDesk = Awaited<ReturnType<typeof courierAtDesk>>;
