import { sql } from 'kysely';
import type { OrderStatus } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';
import type { DayState } from './schemas.ts';

/** What of a day is asked for. */
export interface DayFilter {
  readonly date: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly service?: string | undefined;
  /** `-` is the services that have none yet. */
  readonly tour?: string | undefined;
  readonly state?: DayState | undefined;
  /** Code of a zone of the tours; `-` is the services that belong to none. */
  readonly zone?: string | undefined;
  readonly search?: { readonly order: string } | { readonly customer: string } | undefined;
}

/** Where a page begins: just after this service. */
export interface DayCursor {
  readonly starts: Temporal.PlainTime;
  readonly id: number;
}

/** One page of the services of a day by window, walking the index from the cursor; and one row more if there are more. */
export async function dayPage(
  tx: Transaction,
  filter: DayFilter,
  cursor: DayCursor | undefined,
  limit: number,
) {
  const { date, now, search } = filter;
  let rows = dayRows()
    .where('o.service_date', '=', date)
    .orderBy('o.window_starts')
    .orderBy('o.id')
    .limit(limit + 1);
  if (filter.service) rows = rows.where('o.service_code', '=', filter.service);
  if (filter.tour) rows = rows.where('o.tour', '=', filter.tour === '-' ? '' : filter.tour);
  if (filter.zone === '-') rows = rows.where('w.zone_code', 'is', null);
  else if (filter.zone) rows = rows.where('w.zone_code', '=', filter.zone);
  if (filter.state) rows = rows.where(inState(filter.state, now));
  if (search && 'order' in search) rows = rows.where('o.number', '=', search.order);
  if (search && 'customer' in search) rows = rows.where('c.number', '=', search.customer);
  if (cursor) {
    rows = rows.where(sql<boolean>`(o.window_starts, o.id) > (${cursor.starts}::time, ${cursor.id}::bigint)`);
  }
  const found = await tx.all(rows);
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}

export type DayRow = Awaited<ReturnType<typeof dayPage>>['rows'][number];

/** One service by its number, whatever its day. */
export async function findDayRow(tx: Transaction, number: string): Promise<DayRow | undefined> {
  return tx.first(dayRows().where('o.number', '=', number));
}

/** When the last step of a ride was written down; null for everything else. */
const LAST_RIDE_STEP = sql<Temporal.Instant | null>`case when k.order_id is null then null else (
  select max(coalesce(v.recorded_at, v.at)) from courier_event v
  where v.order_id = k.order_id and v.taken_back_at is null) end`;
/** What its firm has not approved, or not yet, is no work for anybody. */
const NO_WORK = ['awaiting-approval', 'declined', 'expired'] as const satisfies readonly OrderStatus[];

const dayRows = () =>
  query
    .selectFrom('service_order as o')
    .where('o.status', 'not in', NO_WORK)
    .innerJoin('service as s', 's.code', 'o.service_code')
    .innerJoin('customer as c', 'c.id', 'o.customer_id')
    .innerJoin('window_pool as w', 'w.code', 'o.pool')
    .leftJoin('tour_zone as z', 'z.code', 'w.zone_code')
    .leftJoin('order_outcome as e', 'e.order_id', 'o.id')
    .leftJoin('drop_off_receipt as r', 'r.order_id', 'o.id')
    .leftJoin('courier_ride as k', 'k.order_id', 'o.id')
    .select([
      'o.number',
      'o.id',
      'o.status',
      'o.service_code as serviceCode',
      'r.number as receipt',
      'k.step as rideStep',
      'k.rider_name as rider',
      'k.received_by as receivedBy',
      'o.completed_at as completedAt',
      'o.service_date as serviceDate',
      'o.window_starts as windowStarts',
      'o.window_ends as windowEnds',
      'o.ends_at as endsAt',
      'o.accepted_at as acceptedAt',
      'o.tour',
      'o.driver',
      'o.desk_version as deskVersion',
      'o.version',
      'o.address',
      'o.driver_hint as hint',
      's.name as serviceName',
      'z.name as zoneName',
      'c.number as customerNumber',
      'c.name as customerName',
      'e.at as endedAt',
      'e.recorded_at as recordedAt',
      'e.pieces',
      'e.boxes_out as boxesOut',
      'e.boxes_in as boxesIn',
      'e.reason',
      'e.note',
    ])
    .select(LAST_RIDE_STEP.as('rideRecordedAt'));

function inState(state: DayState, now: Temporal.Instant) {
  switch (state) {
    case 'open':
      return sql<boolean>`o.status = 'placed'`;
    case 'accepted':
      return sql<boolean>`o.status = 'placed' and o.accepted_at is not null`;
    case 'untoured':
      return sql<boolean>`o.status = 'placed' and o.tour = ''`;
    case 'overdue':
      return sql<boolean>`o.status = 'placed' and o.ends_at < ${now}::timestamptz`;
    default:
      return sql<boolean>`o.status = ${state}`;
  }
}

/** The services of a day counted, by everything that the top of the page tells apart. */
export async function dayCounts(tx: Transaction, date: Temporal.PlainDate, now: Temporal.Instant) {
  return tx.sql<{
    service: string;
    status: OrderStatus;
    tour: string;
    /** Null: it belongs to none. */
    zone: string | null;
    accepted: boolean;
    over: boolean;
    count: number;
  }>(
    `select o.service_code as service, o.status, o.tour, w.zone_code as zone, o.accepted_at is not null as accepted,
       o.ends_at < $2 as over, count(*)::int as count
     from service_order o join window_pool w on w.code = o.pool
     where o.service_date = $1 and o.status <> all ($3::text[]) group by 1, 2, 3, 4, 5, 6`,
    [date, now, [...NO_WORK]],
  );
}

export type DayCount = Awaited<ReturnType<typeof dayCounts>>[number];

export async function services(tx: Transaction): Promise<{ code: string; name: Text }[]> {
  return tx.all(query.selectFrom('service').select(['code', 'name']).orderBy('position'));
}

/** The zones of the tours, in the order of the carrier. */
export async function tourZones(tx: Transaction): Promise<{ code: string; name: Text }[]> {
  return tx.all(query.selectFrom('tour_zone').select(['code', 'name']).orderBy('position').orderBy('code'));
}

/** The names of the tours that are driven: what a service can be given to. */
export async function drivenTours(tx: Transaction): Promise<readonly string[]> {
  const rows = await tx.all(query.selectFrom('tour').select('name').where('is_active', '=', true));
  return rows.map(({ name }) => name);
}

/** The firms that these orders belong to. */
export async function customersOfOrders(tx: Transaction, numbers: readonly string[]) {
  const rows = await tx.sql<{ order: string; id: number; number: string; name: string }>(
    `select o.number as "order", c.id, c.number, c.name from service_order o join customer c on c.id = o.customer_id
     where o.number = any($1::text[])`,
    [numbers],
  );
  return new Map(rows.map(({ order, ...customer }) => [order, customer]));
}

/** A service with what its next step depends on, locked until the transaction ends. */
export async function lockDayOrder(tx: Transaction, number: string) {
  const [order] = await tx.sql<{
    id: number;
    status: OrderStatus;
    service_date: Temporal.PlainDate;
    ends_at: Temporal.Instant;
    accepted_at: Temporal.Instant | null;
    tour: string;
    driver: string;
    desk_version: number;
    version: number;
    service_code: string;
    receipt: string | null;
  }>(
    `select o.id, o.status, o.service_date, o.ends_at, o.accepted_at, o.tour, o.driver, o.desk_version, o.version,
       o.service_code, (select number from drop_off_receipt where order_id = o.id) as receipt
     from service_order o where o.number = $1 for update of o`,
    [number],
  );
  if (!order) return undefined;
  const [outcome] = await tx.sql<{ recorded_at: Temporal.Instant }>(
    'select recorded_at from order_outcome where order_id = $1',
    [order.id],
  );
  const invoiced = await tx.sql(
    "select from invoice_item where source = 'order' and source_id = $1 and released_by is null",
    [order.id],
  );
  return { ...order, recordedAt: outcome?.recorded_at, isInvoiced: invoiced.length > 0 };
}

export type LockedOrder = NonNullable<Awaited<ReturnType<typeof lockDayOrder>>>;

/** Who did something with the order last, and when: a clerk by name, or the firm itself. */
export async function lastStep(tx: Transaction, number: string) {
  const [row] = await tx.sql<{ by: string; at: Temporal.Instant }>(
    `select coalesce(a.actor_name, p.name, c.name) as by, a.at
     from audit_entry a join customer c on c.id = a.customer_id left join person p on p.id = a.person_id
     where a.object = $1 order by a.id desc limit 1`,
    [number],
  );
  return row;
}

/** What a step leaves behind on the order itself. */
export interface OrderStep {
  readonly id: number;
  readonly status: OrderStatus;
  readonly acceptedAt: Temporal.Instant | null;
  readonly tour: string;
  readonly driver: string;
  readonly completedAt: Temporal.Instant | null;
}

export async function writeStep(tx: Transaction, step: OrderStep): Promise<void> {
  await tx.sql(
    `update service_order set status = $2, accepted_at = $3::timestamptz, tour = $4, driver = $5,
       completed_at = $6::timestamptz, desk_version = desk_version + 1
     where id = $1`,
    [step.id, step.status, step.acceptedAt, step.tour, step.driver, step.completedAt],
  );
}

export async function writeEvent(
  tx: Transaction,
  event: {
    readonly orderId: number;
    readonly customerId: number;
    readonly at: Temporal.Instant;
    readonly kind: 'accepted' | 'assigned' | 'completed' | 'failed' | 'reopened';
  },
): Promise<void> {
  await tx.all(
    query.insertInto('order_event').values({
      order_id: event.orderId,
      customer_id: event.customerId,
      at: event.at,
      kind: event.kind,
      person_id: null,
    }),
  );
}

export async function deleteOutcome(tx: Transaction, orderId: number): Promise<void> {
  await tx.all(query.deleteFrom('order_outcome').where('order_id', '=', orderId));
}

/** What became of the order, for its letter. */
export async function findOutcome(tx: Transaction, orderId: number) {
  return tx.first(query.selectFrom('order_outcome').selectAll().where('order_id', '=', orderId));
}

/** Services that should have been confirmed by now, the oldest first. */
export async function unconfirmedOrders(tx: Transaction, now: Temporal.Instant, limit: number) {
  return tx.sql<{ number: string; customer_id: number; customer_number: string; customer_name: string }>(
    `select o.number, c.id as customer_id, c.number as customer_number, c.name as customer_name
     from service_order o join service s on s.code = o.service_code join customer c on c.id = o.customer_id
     where o.status = 'placed' and s.unconfirmed_after_minutes is not null
       and o.ends_at < $1::timestamptz - s.unconfirmed_after_minutes * interval '1 minute'
     order by o.ends_at limit $2`,
    [now, limit],
  );
}

/** After how many minutes without a word the service of this order counts as not carried out; null: never. */
export async function graceMinutes(tx: Transaction, number: string): Promise<number | null> {
  const [row] = await tx.sql<{ minutes: number | null }>(
    `select s.unconfirmed_after_minutes as minutes from service_order o join service s on s.code = o.service_code
     where o.number = $1`,
    [number],
  );
  return row?.minutes ?? null;
}

/** The newest events of orders and of courier rides: what comes after them is new. */
export interface EventFloor {
  readonly order: number;
  readonly ride: number;
  readonly takenBack: Temporal.Instant | null;
}

/**
 * How much has happened since, per day that it is about. A step of a ride that is taken back happens a second time.
 */
export async function eventsSince(tx: Transaction, floor: EventFloor) {
  return tx.sql<{ date: Temporal.PlainDate; count: number }>(
    `select o.service_date as date, sum(e.count)::int as count from (
       select order_id, count(*) as count from order_event where id > $1 and kind <> all ($4::text[]) group by 1
       union all
       select order_id, count(*) + count(taken_back_at) from courier_event
         where id > $2 or taken_back_at > coalesce($3::timestamptz, '-infinity') group by 1
     ) e join service_order o on o.id = e.order_id group by 1`,
    [floor.order, floor.ride, floor.takenBack, [...NO_WORK]],
  );
}

export async function newestEvents(tx: Transaction): Promise<EventFloor> {
  const [row] = await tx.sql<{ order: number; ride: number; takenBack: Temporal.Instant | null }>(
    `select coalesce((select max(id) from order_event), 0) as "order",
       coalesce((select max(id) from courier_event), 0) as ride,
       (select max(taken_back_at) from courier_event) as "takenBack"`,
  );
  return row ?? { order: 0, ride: 0, takenBack: null };
}
