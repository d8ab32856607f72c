import { sql } from 'kysely';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { CostCentreQuery, CostCentreValues } from './schemas.ts';

/** A cost centre with the version that forms carry. */
export interface StoredCostCentre {
  readonly id: number;
  readonly version: number;
  readonly code: string;
  readonly name: string;
  readonly closedAt: Temporal.Instant | null;
}

const COLUMNS = ['id', 'version', 'code', 'name', 'closed_at as closedAt'] as const;

/** Makes changes to a firm's cost centres wait for each other until the transaction ends. Comes first. */
export async function lockCostCentres(tx: Transaction, customerId: number): Promise<void> {
  await tx.sql("select pg_advisory_xact_lock(hashtextextended('cost-centres', $1))", [customerId]);
}

/** One page by code, and one row more if there are more. Without a limit: all that fit. */
export async function listCostCentres(
  tx: Transaction,
  filter: CostCentreQuery,
  limit: number,
): Promise<{ rows: StoredCostCentre[]; hasMore: boolean }> {
  let rows = query
    .selectFrom('cost_centre')
    .select(COLUMNS)
    .orderBy('code')
    .limit(limit + 1);
  if (filter.state) rows = rows.where('closed_at', filter.state === 'open' ? 'is' : 'is not', null);
  if (filter.after) rows = rows.where('code', '>', filter.after);
  if (filter.search) {
    const wanted = filter.search.toLowerCase();
    rows = rows.where(sql<boolean>`position(${wanted} in lower(code || ' ' || name)) > 0`);
  }
  const found = await tx.all(rows);
  return { rows: found.slice(0, limit), hasMore: found.length > limit };
}

export async function findCostCentre(tx: Transaction, id: number): Promise<StoredCostCentre | undefined> {
  return tx.first(query.selectFrom('cost_centre').select(COLUMNS).where('id', '=', id));
}

/** Every cost centre by its code; for the rules of adding and importing. */
export async function costCentresByCode(tx: Transaction): Promise<ReadonlyMap<string, StoredCostCentre>> {
  const rows = await tx.all(query.selectFrom('cost_centre').select(COLUMNS));
  return new Map(rows.map((row) => [row.code, row]));
}

/** Adds them in one statement. @returns their ids by code */
export async function insertCostCentres(
  tx: Transaction,
  customerId: number,
  added: readonly CostCentreValues[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.sql<{ id: number; code: string }>(
    `insert into cost_centre (customer_id, code, name)
     select $1::bigint, e.value ->> 'code', e.value ->> 'name' from jsonb_array_elements($2::jsonb) e
     returning id, code`,
    [customerId, JSON.stringify(added)],
  );
  return new Map(rows.map(({ id, code }) => [code, id]));
}

/** Gives them new names in one statement. */
export async function renameCostCentres(
  tx: Transaction,
  renamed: readonly { readonly id: number; readonly name: string }[],
): Promise<void> {
  await tx.sql(
    `update cost_centre c set name = e.name, version = c.version + 1
     from jsonb_to_recordset($1::jsonb) as e (id bigint, name text) where c.id = e.id`,
    [JSON.stringify(renamed.map(({ id, name }) => ({ id, name })))],
  );
}

/** Closes it at this time, or opens it again. */
export async function setClosedAt(
  tx: Transaction,
  id: number,
  closedAt: Temporal.Instant | null,
): Promise<void> {
  await tx.all(
    query
      .updateTable('cost_centre')
      .set((eb) => ({ closed_at: closedAt, version: eb('version', '+', 1) }))
      .where('id', '=', id),
  );
}
