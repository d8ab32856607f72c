import type { Transaction } from '../../../platform/db/database.ts';

/** An order that is still to be carried out. */
const OPEN = "o.status not in ('cancelled', 'completed', 'failed')";

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

/** Booked orders on this day. */
export const affectedOnDay = (tx: Transaction, _code: string, day: Temporal.PlainDate) =>
  count(tx, 'o.service_date = $1', [day]);
