import type { Transaction } from '../../../platform/db/database.ts';
import { readWindowCode } from '../window-code.ts';

/** An order that is still to be carried out. */
const OPEN = "o.status in ('placed', 'awaiting-approval')";

async function count(tx: Transaction, condition: string, values: readonly unknown[]): Promise<number> {
  const [row] = await tx.sql<{ orders: number }>(
    `select count(*) as orders from service_order o where ${OPEN} and ${condition}`,
    values,
  );
  return row?.orders ?? 0;
}

/** Booked orders with this product from a day on; products of the post are counted and not ordered. */
export const affectedOfProduct = (tx: Transaction, code: string, from: Temporal.PlainDate) =>
  count(
    tx,
    'o.service_date >= $2 and exists (select from order_line l where l.order_id = o.id and l.product_code = $1)',
    [code, from],
  );

/** Booked orders of this service from a day on. */
export const affectedOfService = (tx: Transaction, code: string, from: Temporal.PlainDate) =>
  count(tx, 'o.service_date >= $2 and o.service_code = $1', [code, from]);

/** Booked orders in this window, on its weekday, from a day on. */
export async function affectedInWindow(
  tx: Transaction,
  code: string,
  from: Temporal.PlainDate,
): Promise<number> {
  const key = readWindowCode(code);
  if (!key) return 0;
  return count(
    tx,
    `o.service_date >= $1 and o.pool = $2 and extract(isodow from o.service_date) = $3
       and o.window_starts = $4::time`,
    [from, key.pool, key.weekday, key.starts],
  );
}

/** Booked orders at this site from a day on. */
export const affectedAtSite = (tx: Transaction, code: string, from: Temporal.PlainDate) =>
  count(tx, 'o.service_date >= $2 and o.pool = (select pool from site where code = $1)', [code, from]);

/** Booked orders that go by the zones of the tours, from a day on, by the postcode of their address. */
export const openOrdersByPostcode = (tx: Transaction, from: Temporal.PlainDate) =>
  tx.sql<{ postcode: string; orders: number }>(
    `select o.address ->> 'postcode' as postcode, count(*)::int as orders
     from service_order o join window_pool w on w.code = o.pool
     where ${OPEN} and o.service_date >= $1 and (w.by_zone or w.base_pool is not null) group by 1`,
    [from],
  );

/** Booked orders that a tour has been given and that are still to be carried out. */
export const openOrdersOfTour = (tx: Transaction, code: string) =>
  count(tx, 'o.tour = (select name from tour where code = $1)', [code]);

/** Booked orders on this day. */
export const affectedOnDay = (tx: Transaction, _code: string, day: Temporal.PlainDate) =>
  count(tx, 'o.service_date = $1', [day]);

/** Booked rides from a day on: with a vehicle, through a zone, from one zone straight to another. */
export const affectedRides = {
  ofVehicle: (tx: Transaction, code: string, from: Temporal.PlainDate) =>
    count(
      tx,
      `o.service_date >= $2 and exists (select from courier_ride r
         where r.order_id = o.id and r.vehicle_code = $1)`,
      [code, from],
    ),
  inZone: (tx: Transaction, code: string, from: Temporal.PlainDate) =>
    count(
      tx,
      'o.service_date >= $2 and exists (select from courier_stop s where s.order_id = o.id and s.zone_code = $1)',
      [code, from],
    ),
  between: (tx: Transaction, [one, other]: readonly [string, string], from: Temporal.PlainDate) =>
    count(
      tx,
      `o.service_date >= $3 and exists (select from courier_stop s
         join courier_stop t on t.order_id = s.order_id and t.position = s.position + 1
         where s.order_id = o.id and (s.zone_code, t.zone_code) in (($1, $2), ($2, $1)))`,
      [one, other, from],
    ),
};
