import type { Containers } from '../../domain/drop-offs/index.ts';
import type { OrderStatus } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Bilingual } from '../../platform/db/json.ts';

/** Hours on one weekday, 1 = Monday. */
export interface SiteHours {
  readonly weekday: number;
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
}

/** A place of the carrier where firms hand mail over. */
export interface Site {
  readonly code: string;
  readonly name: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
  readonly hint: Bilingual;
  readonly pool: string;
  readonly hours: readonly SiteHours[];
  /** On which weekdays it takes which service in. */
  readonly services: readonly { readonly serviceCode: string; readonly weekday: number }[];
}

interface SiteRow extends Record<string, unknown> {
  code: string;
  name: string;
  street: string;
  postcode: string;
  city: string;
  hint: Bilingual;
  pool: string;
  hours: { weekday: number; opens: string; closes: string }[];
  services: { serviceCode: string; weekday: number }[];
}

/** The sites that are in use, in the order of the carrier, in one statement. */
export async function readSites(tx: Pick<Transaction, 'sql'>): Promise<readonly Site[]> {
  const rows = await tx.sql<SiteRow>(READ_SITES);
  return rows.map(({ hours, ...site }) => ({
    ...site,
    hours: hours.map(({ weekday, opens, closes }) => ({
      weekday,
      opens: Temporal.PlainTime.from(opens),
      closes: Temporal.PlainTime.from(closes),
    })),
  }));
}

const READ_SITES = `
  select code, name, street, postcode, city, hint, pool,
    coalesce((select json_agg(json_build_object('weekday', weekday, 'opens', opens, 'closes', closes)
      order by weekday, opens) from site_hours where site_code = s.code), '[]') as hours,
    coalesce((select json_agg(json_build_object('serviceCode', service_code, 'weekday', weekday))
      from site_service where site_code = s.code), '[]') as services
  from site s where is_active order by position`;

/** A mailing as it was announced: prices in hundredths of a cent, net, per piece. */
export interface StoredItem {
  readonly productCode: string;
  readonly name: Bilingual;
  readonly pieces: number;
  readonly grams: number;
  readonly unitPrice: number;
  readonly surcharge: number;
  readonly vatRate: number;
  readonly net: number;
}

/** What one version of a drop-off announces. */
export interface Announced {
  readonly siteCode: string;
  readonly note: string;
  readonly containers: Containers;
  readonly items: readonly StoredItem[];
}

/** Makes an order a drop-off and gives it the code of its manifest. */
export async function insertDropOff(
  tx: Transaction,
  dropOff: { order_id: number; customer_id: number; manifest_code: string },
): Promise<void> {
  await tx.all(query.insertInto('drop_off').values(dropOff));
}

/** Writes what a version of the order announces; versions before it stay. */
export async function insertAnnounced(
  tx: Transaction,
  of: { readonly orderId: number; readonly customerId: number; readonly version: number },
  { siteCode, note, containers, items }: Announced,
): Promise<void> {
  const key = { order_id: of.orderId, customer_id: of.customerId, version: of.version };
  await tx.all(
    query.insertInto('drop_off_version').values({
      ...key,
      site_code: siteCode,
      note,
      boxes: containers.box,
      trolleys: containers.trolley,
      pallets: containers.pallet,
    }),
  );
  await tx.all(
    query.insertInto('drop_off_item').values(
      items.map((item, position) => ({
        ...key,
        position,
        product_code: item.productCode,
        name: JSON.stringify(item.name),
        pieces: item.pieces,
        grams: item.grams,
        unit_price: item.unitPrice,
        surcharge: item.surcharge,
        vat_rate: item.vatRate,
        net_cents: item.net,
      })),
    ),
  );
}

/** What the newest version of a drop-off announces, with its code; undefined for an order that is none. */
export async function findAnnounced(
  tx: Transaction,
  orderId: number,
): Promise<(Announced & { readonly manifestCode: string }) | undefined> {
  const row = await tx.first(
    query
      .selectFrom('drop_off as d')
      .innerJoin('drop_off_version as v', 'v.order_id', 'd.order_id')
      .select(['d.manifest_code', 'v.version', 'v.site_code', 'v.note', 'v.boxes', 'v.trolleys', 'v.pallets'])
      .where('d.order_id', '=', orderId)
      .orderBy('v.version', 'desc')
      .limit(1),
  );
  if (!row) return undefined;
  return {
    manifestCode: row.manifest_code,
    siteCode: row.site_code,
    note: row.note,
    containers: { box: row.boxes, trolley: row.trolleys, pallet: row.pallets },
    items: await itemsOf(tx, orderId, row.version),
  };
}

async function itemsOf(tx: Transaction, orderId: number, version: number): Promise<StoredItem[]> {
  return tx.all(
    query
      .selectFrom('drop_off_item')
      .select([
        'product_code as productCode',
        'name',
        'pieces',
        'grams',
        'unit_price as unitPrice',
        'surcharge',
        'vat_rate as vatRate',
        'net_cents as net',
      ])
      .where('order_id', '=', orderId)
      .where('version', '=', version)
      .orderBy('position'),
  );
}

/** A mailing of a drop-off as the list of all of them shows it. */
export interface ListedItem extends Record<string, unknown> {
  readonly orderId: number;
  readonly number: string;
  readonly status: OrderStatus;
  readonly date: Temporal.PlainDate;
  readonly starts: Temporal.PlainTime;
  readonly ends: Temporal.PlainTime;
  readonly site: string;
  readonly manifestCode: string;
  readonly reference: string;
  readonly receipt: string | null;
  readonly name: Bilingual;
  readonly pieces: number;
  readonly grams: number;
  readonly net: number;
}

/**
 * So many drop-offs, the newest first, with all mailings of their newest version.
 * @param before the id of the last order of the portion before
 */
export function listItems(tx: Transaction, limit: number, before: number | undefined): Promise<ListedItem[]> {
  return tx.sql<ListedItem>(LIST_ITEMS, [limit, before ?? null]);
}

const LIST_ITEMS = `
  with listed as (
    select o.*, d.manifest_code,
      (select max(version) from drop_off_version where order_id = o.id) as announced
    from service_order o join drop_off d on d.order_id = o.id
    where $2::bigint is null or o.id < $2::bigint
    order by o.id desc limit $1::int
  )
  select o.id as "orderId", o.number, o.status, o.service_date as date, o.window_starts as starts,
    o.window_ends as ends, o.address ->> 'recipient' as site, o.manifest_code as "manifestCode", o.reference,
    (select number from drop_off_receipt where order_id = o.id) as receipt,
    i.name, i.pieces, i.grams, i.net_cents as net
  from listed o join drop_off_item i on i.order_id = o.id and i.version = o.announced
  order by o.id desc, i.position`;
