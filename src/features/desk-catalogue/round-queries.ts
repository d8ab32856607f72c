import type { Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** A round or a site with its windows in sum; of a round that goes by zones there is one in each of them. */
export interface RoundRow {
  readonly pool: string;
  readonly name: Text;
  readonly zone: Text | null;
  /** What is offered only where there are no zones, and what a new zone begins with. */
  readonly isPattern: boolean;
  readonly services: readonly Text[];
  readonly windows: number;
  readonly places: number;
}

const ROUNDS = `
  select p.code as pool, p.name, z.name as zone,
    p.by_zone and exists (select from tour_zone_postcode) as "isPattern",
    coalesce((select json_agg(s.name order by s.position) from service s
      where s.pool = coalesce(p.base_pool, p.code)), '[]') as services,
    count(w.pool)::int as windows, coalesce(sum(w.capacity), 0)::int as places
  from window_pool p
  left join tour_zone z on z.code = p.zone_code
  left join time_window w on w.pool = p.code
  where $1::text is null or p.code = $1
  group by p.code, z.code
  order by coalesce(p.base_pool, p.code), z.position nulls first, z.code`;

export const roundsAtDesk = (tx: Transaction) => tx.sql<RoundRow & Record<string, unknown>>(ROUNDS, [null]);

/** One round; undefined where there is none. */
export async function roundAtDesk(tx: Transaction, pool: string): Promise<RoundRow | undefined> {
  const [row] = await tx.sql<RoundRow & Record<string, unknown>>(ROUNDS, [pool]);
  return row;
}

export const windowsOfRound = (tx: Transaction, pool: string) =>
  tx.sql<{ weekday: number; starts: Temporal.PlainTime; ends: Temporal.PlainTime; capacity: number }>(
    'select weekday, starts, ends, capacity from time_window where pool = $1 order by weekday, starts',
    [pool],
  );

/** The tours that services of a day are given to; those that are driven first. */
export const toursAtDesk = (tx: Transaction) =>
  tx.sql<{ code: string; name: string; isActive: boolean }>(
    'select code, name, is_active as "isActive" from tour order by is_active desc, name',
  );

/** The zones of the tours with their postcodes and their beginnings. */
export const zonesAtDesk = (tx: Transaction) =>
  tx.sql<{ code: string; name: Text; prefixes: readonly string[] }>(
    `select z.code, z.name, coalesce(
       (select json_agg(p.prefix order by p.prefix) from tour_zone_postcode p where p.zone_code = z.code), '[]'
     ) as prefixes
     from tour_zone z order by z.position, z.code`,
  );
