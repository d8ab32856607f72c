import type { Distance, RideStep, ZoneMap } from '../../domain/courier/index.ts';
import type { OrderStatus } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { AddressSnapshot, Bilingual } from '../../platform/db/json.ts';
import type { Proof } from './schemas.ts';

/** A class of vehicles with its fares on a date, net, in hundredths of a cent. */
export interface Vehicle {
  readonly code: string;
  readonly name: Bilingual;
  readonly maxKg: number;
  readonly maxSize: readonly [number, number, number];
  /** The product whose price is the base fee. */
  readonly productCode: string;
  readonly fares: Readonly<Record<Distance, number>>;
}

/** What decides where couriers ride and what it costs; see the migration. */
export interface CourierTerms {
  readonly zones: ReadonlyMap<string, Bilingual>;
  readonly map: ZoneMap;
  readonly vehicles: readonly Vehicle[];
  readonly wayProduct: string;
  readonly stopProduct: string;
  readonly waitProduct: string;
  readonly narrowWindowProduct: string;
  readonly directProduct: string;
  readonly directSurcharge: number;
  readonly nowMinutes: number;
  readonly nowCapacity: number;
  readonly narrowPool: string;
  readonly nowPool: string;
}

interface VehicleRow {
  code: string;
  name: Bilingual;
  max_kg: number;
  max_length_cm: number;
  max_width_cm: number;
  max_height_cm: number;
  product_code: string;
  fares: Record<Distance, number> | null;
}

interface TermsRow extends Record<string, unknown> {
  zones: { code: string; name: Bilingual }[] | null;
  prefixes: ZoneMap['prefixes'] | null;
  distances: ZoneMap['distances'] | null;
  vehicles: VehicleRow[] | null;
  way_product: string;
  stop_product: string;
  wait_product: string;
  narrow_window_product: string;
  direct_product: string;
  direct_surcharge: number;
  now_minutes: number;
  now_capacity: number;
  narrow_pool: string;
  now_pool: string;
}

/** Zones, vehicles and fares of a date in one statement; undefined where the carrier has no couriers. */
export async function readCourierTerms(
  tx: Pick<Transaction, 'sql'>,
  date: Temporal.PlainDate,
): Promise<CourierTerms | undefined> {
  const [row] = await tx.sql<TermsRow>(READ_TERMS, [date]);
  if (!row) return undefined;
  return {
    zones: new Map((row.zones ?? []).map(({ code, name }) => [code, name])),
    map: { prefixes: row.prefixes ?? [], distances: row.distances ?? [] },
    vehicles: (row.vehicles ?? []).map((vehicle) => ({
      code: vehicle.code,
      name: vehicle.name,
      maxKg: vehicle.max_kg,
      maxSize: [vehicle.max_length_cm, vehicle.max_width_cm, vehicle.max_height_cm],
      productCode: vehicle.product_code,
      fares: { near: 0, city: 0, region: 0, ...vehicle.fares },
    })),
    wayProduct: row.way_product,
    stopProduct: row.stop_product,
    waitProduct: row.wait_product,
    narrowWindowProduct: row.narrow_window_product,
    directProduct: row.direct_product,
    directSurcharge: row.direct_surcharge,
    nowMinutes: row.now_minutes,
    nowCapacity: row.now_capacity,
    narrowPool: row.narrow_pool,
    nowPool: row.now_pool,
  };
}

// a vehicle without a fare for every distance would ride for nothing: it is left out
const READ_TERMS = `
  select t.*,
    (select json_agg(z order by z.position) from courier_zone z) as zones,
    (select json_agg(json_build_object('prefix', prefix, 'zone', zone_code)) from courier_zone_postcode) as prefixes,
    (select json_agg(d) from courier_distance d) as distances,
    (select json_agg(v order by v.position) from (
      select vehicle.*, fare.fares from courier_vehicle vehicle
      cross join lateral (
        select json_object_agg(distance, unit_price) as fares, count(*) as known from (
          select distinct on (distance) distance, unit_price from courier_fare
          where vehicle_code = vehicle.code and valid_from <= $1::date order by distance, valid_from desc
        ) f
      ) fare
      where fare.known = 3
    ) v) as vehicles
  from courier_terms t`;

/** A place on the way of a ride. */
export interface RideStop {
  readonly address: AddressSnapshot;
  readonly addressId: number | undefined;
  readonly zone: string;
  readonly hint: string;
}

/** A ride as it is written. */
export interface NewRide {
  readonly vehicleCode: string;
  /** Asked for by the firm, not merely the cheapest that carries it. */
  readonly isVehicleChosen: boolean;
  readonly isNow: boolean;
  readonly isDirect: boolean;
  readonly content: string;
  readonly kg: number;
  readonly size: readonly [number, number, number];
  readonly waitMinutes: number;
  readonly proof: Proof;
  readonly baseFee: number;
  /** From the pickup to the delivery. */
  readonly stops: readonly RideStop[];
}

export async function insertRide(
  tx: Transaction,
  of: { readonly orderId: number; readonly customerId: number; readonly at: Temporal.Instant },
  ride: NewRide,
): Promise<void> {
  const key = { order_id: of.orderId, customer_id: of.customerId };
  await tx.all(query.insertInto('courier_ride').values({ ...key, ...columnsOf(ride), step: 'placed' }));
  await insertStops(tx, key, ride.stops);
  await insertEvent(tx, { ...key, at: of.at, recorded_at: of.at, step: 'placed', name: '' });
}

/** Writes a ride and its places anew; how far it has come stays. The order keeps what was before. */
export async function rewriteRide(
  tx: Transaction,
  of: { readonly orderId: number; readonly customerId: number },
  ride: NewRide,
): Promise<void> {
  const key = { order_id: of.orderId, customer_id: of.customerId };
  await tx.all(query.updateTable('courier_ride').set(columnsOf(ride)).where('order_id', '=', of.orderId));
  await tx.all(query.deleteFrom('courier_stop').where('order_id', '=', of.orderId));
  await insertStops(tx, key, ride.stops);
}

function columnsOf(ride: NewRide) {
  const [length_cm, width_cm, height_cm] = ride.size;
  return {
    vehicle_code: ride.vehicleCode,
    is_vehicle_chosen: ride.isVehicleChosen,
    is_now: ride.isNow,
    is_direct: ride.isDirect,
    content: ride.content,
    kg: ride.kg,
    length_cm,
    width_cm,
    height_cm,
    wait_minutes: ride.waitMinutes,
    proof: ride.proof,
    base_fee_cents: ride.baseFee,
  };
}

async function insertStops(
  tx: Transaction,
  key: { order_id: number; customer_id: number },
  stops: readonly RideStop[],
): Promise<void> {
  await tx.all(
    query.insertInto('courier_stop').values(
      stops.map((stop, position) => ({
        ...key,
        position,
        address: JSON.stringify(stop.address),
        address_id: stop.addressId ?? null,
        zone_code: stop.zone,
        hint: stop.hint,
      })),
    ),
  );
}

export async function insertEvent(
  tx: Transaction,
  event: {
    order_id: number;
    customer_id: number;
    at: Temporal.Instant;
    recorded_at: Temporal.Instant;
    step: RideStep;
    name: string;
  },
): Promise<void> {
  await tx.all(query.insertInto('courier_event').values(event));
}

/** The newest step of a ride that counts, with when it was written down; each has one, the booking. */
export async function lastEvent(tx: Transaction, orderId: number) {
  const event = await tx.first(
    query
      .selectFrom('courier_event')
      .select(({ fn }) => ['id', 'at', fn.coalesce('recorded_at', 'at').as('recordedAt')])
      .where('order_id', '=', orderId)
      .where('taken_back_at', 'is', null)
      .orderBy('id', 'desc')
      .limit(1),
  );
  if (!event) throw new Error('a ride without a booking');
  return event;
}

/** Lets a step count no more. */
export async function takeEventBack(tx: Transaction, id: number, at: Temporal.Instant): Promise<void> {
  await tx.all(query.updateTable('courier_event').set({ taken_back_at: at }).where('id', '=', id));
}

/** A ride that was delivered by mistake is open again. */
export async function reopenRide(
  tx: Transaction,
  ride: { readonly orderId: number; readonly customerId: number; readonly at: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .updateTable('service_order')
      .set({ status: 'placed', completed_at: null })
      .where('id', '=', ride.orderId),
  );
  await tx.all(
    query.insertInto('order_event').values({
      order_id: ride.orderId,
      customer_id: ride.customerId,
      at: ride.at,
      kind: 'reopened',
      person_id: null,
    }),
  );
}

/** Whether an invoice has the order. */
export async function isInvoiced(tx: Transaction, orderId: number): Promise<boolean> {
  const items = await tx.sql(
    "select from invoice_item where source = 'order' and source_id = $1 and released_by is null",
    [orderId],
  );
  return items.length > 0;
}

/** The ride of an order, locked until the transaction ends; undefined for an order that is none. */
export async function lockRide(tx: Transaction, orderId: number) {
  return tx.first(
    query
      .selectFrom('courier_ride as r')
      .innerJoin('courier_vehicle as v', 'v.code', 'r.vehicle_code')
      .select(['r.step', 'r.rider_name as rider', 'r.base_fee_cents as baseFee', 'v.product_code as product'])
      .where('r.order_id', '=', orderId)
      .forUpdate('r'),
  );
}

/** Writes the step down, so that a clerk who has not seen it yet does nothing else with the order meanwhile. */
export async function setStep(
  tx: Transaction,
  orderId: number,
  change: { readonly step: RideStep; readonly rider_name?: string; readonly received_by?: string },
): Promise<void> {
  await tx.all(query.updateTable('courier_ride').set(change).where('order_id', '=', orderId));
  await tx.sql('update service_order set desk_version = desk_version + 1 where id = $1', [orderId]);
}

/** Its lines are what the cancelled order costs. */
export async function chargeCancellation(tx: Transaction, orderId: number): Promise<void> {
  await tx.all(
    query.updateTable('service_order').set({ is_cancellation_charged: true }).where('id', '=', orderId),
  );
}

/** Everything about a ride besides its order; undefined for an order that is none. */
export async function findRide(tx: Transaction, orderId: number) {
  const ride = await tx.first(
    query
      .selectFrom('courier_ride as r')
      .innerJoin('courier_vehicle as v', 'v.code', 'r.vehicle_code')
      .leftJoin('courier_terms as t', (join) => join.onTrue())
      .selectAll('r')
      .select(['v.name as vehicle_name', 't.narrow_pool'])
      .where('r.order_id', '=', orderId),
  );
  if (!ride) return undefined;
  const stops = await tx.all(
    query
      .selectFrom('courier_stop')
      .select(['address', 'address_id', 'hint'])
      .where('order_id', '=', orderId)
      .orderBy('position'),
  );
  const events = await tx.all(
    query
      .selectFrom('courier_event')
      .select(['at', 'step', 'name'])
      .where('order_id', '=', orderId)
      .where('taken_back_at', 'is', null)
      .orderBy('id'),
  );
  return { ride, stops, events };
}

export type StoredRide = NonNullable<Awaited<ReturnType<typeof findRide>>>;

/** A ride as the list of all of them shows it. */
export interface ListedRide extends Record<string, unknown> {
  readonly orderId: number;
  readonly number: string;
  readonly status: OrderStatus;
  readonly step: RideStep;
  readonly date: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
  readonly from: AddressSnapshot;
  readonly to: AddressSnapshot;
  readonly vehicle: Bilingual;
  readonly rider: string;
  readonly receivedBy: string;
  readonly deliveredAt: Temporal.Instant | null;
  readonly reference: string;
  readonly net: number;
}

/**
 * So many rides, the newest first.
 * @param before the id of the last order of the portion before
 */
export function listRides(tx: Transaction, limit: number, before: number | undefined): Promise<ListedRide[]> {
  return tx.sql<ListedRide>(LIST_RIDES, [limit, before ?? null]);
}

const LIST_RIDES = `
  select o.id as "orderId", o.number, o.status, r.step, o.service_date as date, o.window_starts as starts,
    o.window_ends as ends, o.address as "from",
    (select address from courier_stop where order_id = o.id order by position desc limit 1) as "to",
    v.name as vehicle, r.rider_name as rider, r.received_by as "receivedBy",
    case when r.step = 'delivered' then o.completed_at end as "deliveredAt", o.reference, o.net_cents as net
  from courier_ride r
  join service_order o on o.id = r.order_id
  join courier_vehicle v on v.code = r.vehicle_code
  where $2::bigint is null or o.id < $2::bigint
  order by o.id desc limit $1::int`;
