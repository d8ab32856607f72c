import { query, type Transaction } from '../../../platform/db/database.ts';

/**
 * The lines of orders that were carried out, or tried in vain, up to a day and that no invoice holds. What costs nothing
 * is not charged.
 */
export async function openOrderLines(tx: Transaction, upTo: Temporal.PlainDate) {
  return tx.all(
    query
      .selectFrom('service_order as o')
      .innerJoin('order_line as l', 'l.order_id', 'o.id')
      .select([
        'o.id',
        'o.number',
        'o.status',
        'o.service_date as serviceDate',
        'o.reference',
        'o.cost_centre_label as costCentre',
        'l.product_code as code',
        'l.name',
        'l.unit',
        'l.quantity',
        'l.unit_price as unitPrice',
        'l.vat_rate as vatRate',
      ])
      .where((eb) =>
        // a ride that is cancelled late keeps its base fee as its only line
        eb.or([eb('o.status', 'in', ['completed', 'failed']), eb('o.is_cancellation_charged', '=', true)]),
      )
      .where('o.service_date', '<=', upTo)
      .where('l.net_cents', '>', 0)
      .where((eb) =>
        eb.not(
          eb.exists(
            eb
              .selectFrom('invoice_item as i')
              .select('i.id')
              .where('i.source', '=', 'order')
              .whereRef('i.source_id', '=', 'o.id')
              .where('i.released_by', 'is', null),
          ),
        ),
      )
      .orderBy('o.service_date')
      .orderBy('o.id')
      .orderBy('l.position'),
  );
}

export type OpenOrderLine = Awaited<ReturnType<typeof openOrderLines>>[number];

/** The labels of the firm's cost centres as orders carry them, by their ids. */
export async function costCentreLabels(tx: Transaction): Promise<ReadonlyMap<number, string>> {
  const rows = await tx.all(query.selectFrom('cost_centre').select(['id', 'code', 'name']));
  return new Map(rows.map(({ id, code, name }) => [id, `${code} ${name}`]));
}
