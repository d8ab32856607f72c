import { type Selectable, sql } from 'kysely';
import type { ApprovalRule } from '../../domain/approval.ts';
import type { FIRST_STATUSES, OrderStatus } from '../../domain/orders/index.ts';
import { type Database, query, type Transaction } from '../../platform/db/database.ts';
import type { AddressSnapshot, Bilingual, Particular, VatShare } from '../../platform/db/json.ts';
import type { Tables } from '../../platform/db/tables.ts';

export type StoredOrder = Selectable<Tables['service_order']>;
export type StoredLine = Selectable<Tables['order_line']>;

/** A line to be written; amounts in cents, prices in hundredths of a cent. */
export interface NewLine {
  readonly productCode: string;
  readonly name: Bilingual;
  readonly unit: Bilingual;
  readonly quantity: number;
  readonly unitPrice: number;
  readonly vatRate: number;
  readonly net: number;
}

export interface NewOrder {
  readonly customerId: number;
  readonly submissionKey: string;
  readonly serviceCode: string;
  readonly pool: string;
  readonly serviceDate: Temporal.PlainDate;
  readonly windowStarts: Temporal.PlainTime;
  readonly windowEnds: Temporal.PlainTime;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly changeUntil: Temporal.Instant | undefined;
  readonly cancelUntil: Temporal.Instant | undefined;
  /** Undefined where it is not carried out at an address of the firm. */
  readonly addressId: number | undefined;
  readonly address: AddressSnapshot;
  readonly reference: string;
  readonly costCentreId: number | undefined;
  readonly costCentreLabel: string;
  readonly driverHint: string;
  readonly particulars: readonly Particular[];
  readonly net: number;
  readonly vat: readonly VatShare[];
  readonly gross: number;
  /** Whether it waits for approval. */
  readonly status: (typeof FIRST_STATUSES)[number];
  /** Of what waits: until when it can be approved. */
  readonly approveUntil: Temporal.Instant | undefined;
  readonly placedBy: number | undefined;
  readonly placedAt: Temporal.Instant;
  /** Of the day of placing, on the carrier's calendar. */
  readonly year: number;
  readonly lines: readonly NewLine[];
}

export interface PlacedOrder {
  readonly id: number;
  readonly number: string;
}

/**
 * Opens a submission: it is no first one when the key was used before. Waits for a submission of the same key to
 * finish. Reads on the way what decides whether an order of this person waits for approval, so that placing an order
 * is no statement longer for that.
 */
export async function insertSubmission(
  tx: Transaction,
  submission: {
    readonly customerId: number;
    readonly key: string;
    readonly bodyHash: Buffer;
    readonly at: Temporal.Instant;
    /** Undefined: the carrier acts. */
    readonly personId?: number | undefined;
  },
): Promise<{ readonly isFirst: boolean; readonly approval: ApprovalTerms }> {
  const [row] = await tx.sql<{ isFirst: boolean } & TermsRow>(
    `with opened as (
       insert into submission (customer_id, key, body_hash, created_at)
       values ($2::bigint, $3, $4, $5::timestamptz)
       on conflict (customer_id, key) do nothing returning key
     )
     select exists (select from opened) as "isFirst", ${TERMS}`,
    [submission.personId ?? null, submission.customerId, submission.key, submission.bodyHash, submission.at],
  );
  if (!row) throw new Error('the firm of the transaction is not there');
  return { isFirst: row.isFirst, approval: termsOf(row) };
}

/** What the database says of approval: the firm's rule, and whether all orders of the one who acts wait. */
export interface ApprovalTerms {
  readonly rule: ApprovalRule;
  readonly isWatched: boolean;
}

interface TermsRow extends Record<string, unknown> {
  readonly isOn: boolean;
  readonly aboveCents: number | null;
  readonly fourEyes: boolean;
  readonly isWatched: boolean;
}

/** The firm's rule, and whether all orders of the person `$1` wait; `$2` is the firm. */
const TERMS = `c.approval_is_on as "isOn", c.approval_above_cents as "aboveCents",
  c.approval_four_eyes as "fourEyes", coalesce(m.orders_need_approval, false) as "isWatched"
  from customer c left join membership m on m.customer_id = c.id and m.person_id = $1::bigint
  where c.id = $2::bigint`;

const termsOf = ({ isOn, aboveCents, fourEyes, isWatched }: TermsRow): ApprovalTerms => ({
  rule: { isOn, aboveCents: aboveCents ?? undefined, fourEyes },
  isWatched,
});

/** What decides whether an order of this person waits for approval. */
export async function findApprovalTerms(
  tx: Transaction,
  customerId: number,
  personId: number | undefined,
): Promise<ApprovalTerms> {
  const [row] = await tx.sql<TermsRow>(`select ${TERMS}`, [personId ?? null, customerId]);
  if (!row) throw new Error('the firm of the transaction is not there');
  return termsOf(row);
}

/** What an earlier submission of the key said, and the orders it led to. */
export async function findSubmission(tx: Transaction, key: string) {
  const rows = await tx.all(
    query
      .selectFrom('submission as s')
      .leftJoin('service_order as o', (join) =>
        join.onRef('o.customer_id', '=', 's.customer_id').onRef('o.submission_key', '=', 's.key'),
      )
      .select(['s.body_hash', 'o.id', 'o.number'])
      .where('s.key', '=', key)
      .orderBy('o.id'),
  );
  return {
    bodyHash: rows[0]?.body_hash,
    orders: rows.flatMap(({ id, number }) => (id !== null && number !== null ? [{ id, number }] : [])),
  };
}

/**
 * Writes an order, its lines and the first entry of its history in one statement. The number is the year and a
 * running count: `A-2026-000042`; counts may have gaps.
 */
export async function insertOrder(tx: Transaction, order: NewOrder): Promise<PlacedOrder> {
  const [placed] = await tx.sql<{ id: number; number: string }>(INSERT_ORDER, [
    order.customerId,
    order.placedAt,
    order.submissionKey,
    order.serviceCode,
    order.pool,
    order.serviceDate,
    order.windowStarts,
    order.windowEnds,
    order.startsAt,
    order.endsAt,
    order.changeUntil ?? null,
    order.cancelUntil ?? null,
    order.addressId ?? null,
    JSON.stringify(order.address),
    order.reference,
    order.costCentreId ?? null,
    order.costCentreLabel,
    order.driverHint,
    order.net,
    JSON.stringify(order.vat),
    order.gross,
    order.placedBy ?? null,
    JSON.stringify(order.lines),
    order.year,
    JSON.stringify(order.particulars),
    order.status,
    order.approveUntil ?? null,
  ]);
  if (!placed) throw new Error('insert returned no order');
  return placed;
}

const INSERT_ORDER = `
  with next as materialized (
    select nextval('order_number')::text as count
  ), placed as (
    insert into service_order (
      customer_id, placed_at, number, status, submission_key, service_code, pool, service_date, window_starts,
      window_ends, starts_at, ends_at, change_until, cancel_until, address_id, address, reference, cost_centre_id,
      cost_centre_label, driver_hint, net_cents, vat, gross_cents, placed_by, particulars, approve_until
    ) select
      $1::bigint, $2::timestamptz,
      -- lpad alone would cut the millionth order's number down to another one's
      'A-' || $24::int || '-' || lpad(count, greatest(6, length(count)), '0'),
      $26, $3, $4, $5, $6::date, $7::time, $8::time, $9::timestamptz, $10::timestamptz, $11::timestamptz,
      $12::timestamptz, $13::bigint, $14::jsonb, $15, $16::bigint, $17, $18, $19::int, $20::jsonb, $21::int,
      $22::bigint, $25::jsonb, $27::timestamptz
    from next
    returning id, number
  ), lines as (
    insert into order_line (
      order_id, customer_id, position, product_code, name, unit, quantity, unit_price, vat_rate, net_cents
    )
    select placed.id, $1::bigint, line.position, line.value ->> 'productCode', line.value -> 'name',
      line.value -> 'unit', (line.value ->> 'quantity')::int, (line.value ->> 'unitPrice')::bigint,
      (line.value ->> 'vatRate')::int, (line.value ->> 'net')::int
    from placed, jsonb_array_elements($23::jsonb) with ordinality as line (value, position)
  ), history as (
    insert into order_event (order_id, customer_id, at, kind, person_id)
    select id, $1::bigint, $2::timestamptz, $26, $22::bigint from placed
  )
  select id, number from placed`;

/**
 * Takes places in a window, if so many are left; false when they are not. The row stays locked until the
 * transaction ends, so this comes last: whoever waits for the window waits as short as can be.
 */
export async function takePlaces(
  tx: Transaction,
  slot: {
    pool: string;
    date: Temporal.PlainDate;
    starts: Temporal.PlainTime;
    ends: Temporal.PlainTime;
    capacity: number;
    places: number;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `insert into slot as s (pool, service_date, starts, ends, capacity, booked)
     select $1, $2, $3, $4, $5::int, $6::int where $6::int <= $5::int
     on conflict (pool, service_date, starts) do update set booked = s.booked + excluded.booked
       where s.booked + excluded.booked <= s.capacity
     returning booked`,
    [slot.pool, slot.date, slot.starts, slot.ends, slot.capacity, slot.places],
  );
  return rows.length > 0;
}

/** Gives the place of an order back. */
export async function releasePlace(
  tx: Transaction,
  slot: { pool: string; date: Temporal.PlainDate; starts: Temporal.PlainTime },
): Promise<void> {
  await tx.all(
    query
      .updateTable('slot')
      .set((eb) => ({ booked: eb('booked', '-', 1) }))
      .where('pool', '=', slot.pool)
      .where('service_date', '=', slot.date)
      .where('starts', '=', slot.starts),
  );
}

/** The order behind a number, locked until the transaction ends; another customer's is not found. */
export async function lockOrder(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('service_order')
      .select([
        'id',
        'number',
        'status',
        'pool',
        'service_date',
        'window_starts',
        'cancel_until',
        'cancelled_at',
        'approve_until',
        'placed_by',
        'gross_cents',
      ])
      .where('number', '=', number)
      .forUpdate(),
  );
}

export async function setOrderStatus(
  tx: Transaction,
  order: {
    id: number;
    customerId: number;
    status: 'cancelled' | 'completed' | 'failed';
    at: Temporal.Instant;
    personId: number | undefined;
  },
): Promise<void> {
  await tx.all(
    query
      .updateTable('service_order')
      .set({
        status: order.status,
        cancelled_at: order.status === 'cancelled' ? order.at : null,
        completed_at: order.status === 'completed' ? order.at : null,
      })
      .where('id', '=', order.id),
  );
  await tx.all(
    query.insertInto('order_event').values({
      order_id: order.id,
      customer_id: order.customerId,
      at: order.at,
      kind: order.status,
      person_id: order.personId ?? null,
    }),
  );
}

/** Where a page of the list begins: just after or just before this order, in the order of the list. */
export interface Cursor {
  readonly placedAt: Temporal.Instant;
  readonly id: number;
  readonly direction: 'older' | 'newer';
}

export interface OrderFilter {
  readonly serviceCode?: string | undefined;
  readonly status?: OrderStatus | undefined;
  /** Placed at or after, before; the dates of the filter as instants. */
  readonly placedFrom?: Temporal.Instant | undefined;
  readonly placedBefore?: Temporal.Instant | undefined;
  readonly search?: { readonly number: string } | { readonly referencePrefix: string } | undefined;
}

/**
 * One page of the customer's orders, newest first, and one row more if there are more in that direction.
 * Walks an index from the cursor, so page 20,000 costs what page 1 costs.
 */
export async function listOrders(
  tx: Transaction,
  filter: OrderFilter,
  cursor: Cursor | undefined,
  limit: number,
) {
  const backwards = cursor?.direction === 'newer';
  const direction = backwards ? 'asc' : 'desc';
  let rows = query
    .selectFrom('service_order as o')
    .innerJoin('service as s', 's.code', 'o.service_code')
    .select([
      'o.id',
      'o.number',
      'o.service_code as serviceCode',
      's.name as serviceName',
      'o.service_date as serviceDate',
      'o.window_starts as windowStarts',
      'o.window_ends as windowEnds',
      'o.status',
      'o.reference',
      'o.net_cents as net',
      'o.gross_cents as gross',
      'o.placed_at as placedAt',
    ])
    .orderBy('o.placed_at', direction)
    .orderBy('o.id', direction)
    .limit(limit + 1);
  if (filter.serviceCode) rows = rows.where('o.service_code', '=', filter.serviceCode);
  if (filter.status) rows = rows.where('o.status', '=', filter.status);
  if (filter.placedFrom) rows = rows.where('o.placed_at', '>=', filter.placedFrom);
  if (filter.placedBefore) rows = rows.where('o.placed_at', '<', filter.placedBefore);
  if (filter.search && 'number' in filter.search) rows = rows.where('o.number', '=', filter.search.number);
  if (filter.search && 'referencePrefix' in filter.search) {
    // a range instead of LIKE: the index serves it also in a prepared statement; in the small letters of PostgreSQL,
    // which are not always those of JavaScript
    const prefix = sql`lower(${filter.search.referencePrefix})`;
    rows = rows
      .where(sql<boolean>`o.reference_key ~>=~ ${prefix}`)
      .where(sql<boolean>`o.reference_key ~<~ (${prefix} || ${'\u{10ffff}'})`);
  }
  if (cursor) {
    const comparison = backwards ? sql`>` : sql`<`;
    rows = rows.where(
      sql<boolean>`(o.placed_at, o.id) ${comparison} (${cursor.placedAt}::timestamptz, ${cursor.id}::bigint)`,
    );
  }
  const found = await tx.all(rows);
  const hasMore = found.length > limit;
  const page = found.slice(0, limit);
  return { rows: backwards ? page.reverse() : page, hasMore };
}

/** The services to filter by. */
export async function serviceNames(db: Pick<Database, 'all'>) {
  return db.all(query.selectFrom('service').select(['code', 'name']).orderBy('position'));
}

/** Everything the page of an order shows. */
export async function findOrder(tx: Transaction, number: string) {
  const order = await tx.first(
    query
      .selectFrom('service_order as o')
      .innerJoin('service as s', 's.code', 'o.service_code')
      .leftJoin('pickup_occurrence as m', 'm.order_id', 'o.id')
      .leftJoin('standing_pickup as p', 'p.id', 'm.plan_id')
      .leftJoin('courier_ride as ride', 'ride.order_id', 'o.id')
      .selectAll('o')
      .select(['s.name as service_name', 'p.number as plan_number', 'ride.step as ride_step'])
      .where('o.number', '=', number),
  );
  if (!order) return undefined;
  const lines = await linesOf(tx, order.id);
  const versions = order.version > 1 ? await earlierVersions(tx, order.id) : [];
  const events = await tx.all(
    query
      .selectFrom('order_event as e')
      .leftJoin('person as p', 'p.id', 'e.person_id')
      .select(['e.at', 'e.kind', 'e.version', 'p.name as personName', 'e.person_id as personId'])
      .where('e.order_id', '=', order.id)
      .orderBy('e.id'),
  );
  return { order, lines, versions, events };
}

export type FoundOrder = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** The lines of the newest version. */
export async function linesOf(tx: Transaction, orderId: number): Promise<StoredLine[]> {
  return tx.all(
    query.selectFrom('order_line').selectAll().where('order_id', '=', orderId).orderBy('position'),
  );
}

/** What of an order could be ordered again today. */
export interface StillThere extends Record<string, unknown> {
  readonly products: readonly string[];
  readonly address: boolean;
  readonly costCentre: boolean;
}

/** Looks up, in one statement, which products of the order are sold today and whether the firm's own is in use. */
export async function stillThere(
  tx: Transaction,
  orderId: number,
  today: Temporal.PlainDate,
  use: 'delivery' | 'pickup',
): Promise<StillThere> {
  const [row] = await tx.sql<StillThere>(STILL_THERE, [orderId, today, use]);
  return row ?? { products: [], address: false, costCentre: false };
}

const STILL_THERE = `
  select
    array(select p.code from order_line l join product p on p.code = l.product_code
      where l.order_id = o.id and p.is_active and exists (
        select from product_price where product_code = p.code and valid_from <= $2::date)) as products,
    exists (select from address where id = o.address_id and archived_at is null
      and case $3 when 'delivery' then is_delivery else is_pickup end) as address,
    exists (select from cost_centre where id = o.cost_centre_id and closed_at is null) as "costCentre"
  from service_order o where o.id = $1`;

/** What of the firm's and the catalogue's own kept answers may still name. */
export interface StillNamed extends Record<string, unknown> {
  /** Codes of products that are sold today. */
  readonly products: readonly string[];
  readonly mailProducts: readonly string[];
  readonly sites: readonly string[];
  readonly vehicles: readonly string[];
  readonly addresses: readonly number[];
  readonly costCentres: readonly number[];
}

/** Looks up, in one statement, what there is today of all that answers can name. */
export async function stillNamed(tx: Transaction, today: Temporal.PlainDate): Promise<StillNamed> {
  const [row] = await tx.sql<StillNamed>(STILL_NAMED, [today]);
  if (!row) throw new Error('a statement of arrays gave no row');
  return row;
}

const STILL_NAMED = `
  select
    array(select p.code from product p where p.is_active and exists (
      select from product_price where product_code = p.code and valid_from <= $1::date)) as products,
    array(select code from mail_product where is_active) as "mailProducts",
    array(select code from site where is_active) as sites,
    array(select code from courier_vehicle) as vehicles,
    array(select id::int from address where archived_at is null) as addresses,
    array(select id::int from cost_centre where closed_at is null) as "costCentres"`;

/** The versions before the newest one, the first one first. */
async function earlierVersions(tx: Transaction, orderId: number) {
  return tx.all(
    query
      .selectFrom('order_version')
      .select(['promise', 'lines'])
      .where('order_id', '=', orderId)
      .orderBy('version'),
  );
}

/** The next orders to be carried out, soonest first. */
export async function upcomingOrders(
  tx: Transaction,
  filter: { from: Temporal.Instant; serviceCodes?: readonly string[]; limit: number },
) {
  let rows = query
    .selectFrom('service_order as o')
    .innerJoin('service as s', 's.code', 'o.service_code')
    .select([
      'o.number',
      'o.service_code as serviceCode',
      's.name as serviceName',
      'o.service_date as serviceDate',
      'o.window_starts as windowStarts',
      'o.window_ends as windowEnds',
      'o.cancel_until as cancelUntil',
      'o.address',
      'o.reference',
    ])
    .where('o.status', '=', 'placed')
    .where('o.ends_at', '>', filter.from)
    .orderBy('o.starts_at')
    .orderBy('o.id')
    .limit(filter.limit);
  if (filter.serviceCodes) rows = rows.where('o.service_code', 'in', filter.serviceCodes);
  return tx.all(rows);
}

export type UpcomingOrder = Awaited<ReturnType<typeof upcomingOrders>>[number];

/** The person to whom the confirmation of an order goes: who placed it, else the firm's main contact. */
export async function mailRecipient(tx: Transaction, personId: number | undefined) {
  return tx.first(
    query
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select(['p.id', 'p.name', 'p.email', 'p.language'])
      .where((eb) =>
        personId === undefined ? eb('m.is_main_contact', '=', true) : eb('p.id', '=', personId),
      ),
  );
}
