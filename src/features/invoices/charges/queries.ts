import { query, type Transaction } from '../../../platform/db/database.ts';

/**
 * The lines of orders that were carried out up to a day, or tried in vain through the firm's own fault, or cancelled
 * when that was not free any more, and that no invoice holds. What costs nothing is not charged, and neither is what
 * the carrier did not manage.
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
      .leftJoin('order_outcome as e', 'e.order_id', 'o.id')
      .where((eb) =>
        eb.or([
          eb('o.status', '=', 'completed'),
          eb.and([eb('o.status', '=', 'failed'), eb('e.is_charged', '=', true)]),
          // a cancelled one keeps only the line that is charged
          eb('o.is_cancellation_charged', '=', true),
        ]),
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
