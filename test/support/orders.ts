import { randomUUID } from 'node:crypto';
import { type Database, query } from '../../src/platform/db/database.ts';
import type { TestDatabase } from './database.ts';

/** The ids behind the names that a sample firm gives its addresses and cost centres. */
export interface FirmIds {
  address(label: string): number;
  costCentre(code: string): number;
}

export async function idsOf({ owner }: TestDatabase, customer = 'D100001'): Promise<FirmIds> {
  const addresses = await owner.all(
    query
      .selectFrom('address as a')
      .innerJoin('customer as c', 'c.id', 'a.customer_id')
      .select(['a.id', 'a.label as name'])
      .where('c.number', '=', customer),
  );
  const costCentres = await owner.all(
    query
      .selectFrom('cost_centre as a')
      .innerJoin('customer as c', 'c.id', 'a.customer_id')
      .select(['a.id', 'a.code as name'])
      .where('c.number', '=', customer),
  );
  const finder = (rows: readonly { id: number; name: string }[]) => (name: string) => {
    const row = rows.find((one) => one.name === name);
    if (!row) throw new Error(`${customer} has no ${name}`);
    return row.id;
  };
  return { address: finder(addresses), costCentre: finder(costCentres) };
}

/** What the form of a pickup sends, with a key of its own. */
export function pickupInput(ids: FirmIds, changes: Record<string, unknown> = {}) {
  return {
    key: randomUUID(),
    // the Monday after the Monday on which the clock of the tests stands
    slot: '2026-11-30T10:00',
    addressId: `${ids.address('Kanzlei')}`,
    costCentreId: '',
    reference: '',
    driverHint: '',
    ...changes,
  };
}

/** What the form of goods sends. */
export function goodsInput(
  ids: FirmIds,
  quantities: Record<string, unknown> = { BOX_SMALL: 2 },
  changes: Record<string, unknown> = {},
) {
  return { ...pickupInput(ids, changes), quantities };
}

/** Lets all firms lie in one zone of the tours, that of D100001: they want the same places. */
export async function inOneZone({ owner }: TestDatabase): Promise<void> {
  await owner.sql("update address set postcode = '10719' where postcode not like '107%'");
}

/** The pool of a round in the zone in which the addresses of D100001 lie; a pool that does not go by zones is itself. */
const POOL = "coalesce((select code from window_pool where base_pool = $1 and zone_code = 'WEST'), $1)";

/** How many places of a window are taken, there. */
export async function placesTaken({ owner }: TestDatabase, pool: string, slot: string): Promise<number> {
  const [row] = await owner.sql<{ booked: number }>(
    `select booked from slot where pool = ${POOL} and service_date + starts = $2::timestamp`,
    [pool, slot],
  );
  return row?.booked ?? 0;
}

/** Leaves so many places of a window, there. */
export async function leavePlaces({ owner }: TestDatabase, pool: string, slot: string, places: number) {
  await owner.sql(
    `insert into slot (pool, service_date, starts, ends, capacity, booked)
     select pool, $2::timestamp::date, starts, ends, capacity, capacity - $3::int from time_window
     where pool = ${POOL} and starts = $2::timestamp::time and weekday = extract(isodow from $2::timestamp)
     on conflict (pool, service_date, starts) do update set booked = excluded.booked`,
    [pool, slot, places],
  );
}

/** The columns of a table that can be written; generated ones write themselves. For `insert` of a copied row. */
export async function writableColumns(owner: Pick<Database, 'sql'>, table: string): Promise<string> {
  const [row] = await owner.sql<{ columns: string }>(
    `select string_agg(column_name, ', ' order by ordinal_position) as columns from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return row?.columns ?? '';
}
