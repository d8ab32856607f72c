import type { Transaction } from '../../platform/db/database.ts';

/** A line of one of the firm's last orders of goods. */
export interface PastLine extends Record<string, unknown> {
  readonly productCode: string;
  readonly quantity: number;
  /** Orders of one form have one key. */
  readonly submission: string;
}

/** The lines of the firm's last submissions of goods that stand, the newest first. */
export async function pastLines(
  tx: Transaction,
  services: readonly string[],
  submissions: number,
): Promise<PastLine[]> {
  return tx.sql<PastLine>(
    `with past as (
       select o.submission_key, max(o.placed_at) as placed_at, max(o.id) as id from service_order o
       where o.service_code = any ($1) and o.status not in ('cancelled', 'declined', 'expired')
       group by o.submission_key order by 2 desc, 3 desc limit $2
     )
     select l.product_code as "productCode", l.quantity, past.submission_key as submission
     from past join service_order o using (submission_key) join order_line l on l.order_id = o.id
     where o.service_code = any ($1) and o.status not in ('cancelled', 'declined', 'expired')
     order by past.placed_at desc, past.id desc, o.id, l.position`,
    [services, submissions],
  );
}
