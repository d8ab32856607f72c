import { parseManifestCode } from '../../domain/drop-offs/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import { type Announced, findAnnounced } from './queries.ts';

/**
 * The drop-off whose manifest the depot scans: its order and firm, and what the newest version announces.
 * @param tx of the desk, which sees the drop-offs of all firms (`deskTransaction`)
 * @param typed the code as it was scanned or typed; one with a slip is as unknown as one that was never given out
 */
export async function dropOffByManifestCode(tx: Transaction, typed: string) {
  const code = parseManifestCode(typed);
  if (!code) return undefined;
  const order = await tx.first(
    query
      .selectFrom('drop_off as d')
      .innerJoin('service_order as o', 'o.id', 'd.order_id')
      .innerJoin('customer as c', 'c.id', 'o.customer_id')
      .select([
        'o.id as orderId',
        'o.number',
        'o.status',
        'o.service_code as serviceCode',
        'o.service_date as date',
        'o.window_starts as starts',
        'o.window_ends as ends',
        'o.reference',
        'o.cost_centre_id as costCentreId',
        'o.cost_centre_label as costCentre',
        'o.version',
        'c.id as customerId',
        'c.number as customerNumber',
        'c.name as customerName',
        'd.manifest_code as manifestCode',
      ])
      .where('d.manifest_code', '=', code),
  );
  if (!order) return undefined;
  const announced: Announced | undefined = await findAnnounced(tx, order.orderId);
  return announced && { ...order, announced };
}

export type DeskDropOff = NonNullable<Awaited<ReturnType<typeof dropOffByManifestCode>>>;
