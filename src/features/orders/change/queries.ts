import { query, type Transaction } from '../../../platform/db/database.ts';
import type { OrderState } from '../order-state.ts';
import { linesOf, type StoredOrder } from '../queries.ts';

/** The order behind a number with its lines, locked until the transaction ends; another customer's is not found. */
export async function lockOrderToChange(tx: Transaction, number: string) {
  const order = await tx.first(
    query.selectFrom('service_order').selectAll().where('number', '=', number).forUpdate(),
  );
  return order && { order, lines: await linesOf(tx, order.id) };
}

/**
 * Makes the next version of an order. The database keeps the one before it and takes its lines away; that is why
 * these are two statements.
 * @returns the number of the new version
 */
export async function writeVersion(
  tx: Transaction,
  order: StoredOrder,
  state: OrderState,
  by: { readonly personId: number | undefined; readonly at: Temporal.Instant },
): Promise<number> {
  const version = order.version + 1;
  await tx.all(
    query
      .updateTable('service_order')
      .set({
        version,
        pool: state.pool,
        service_date: state.date,
        window_starts: state.windowStarts,
        window_ends: state.windowEnds,
        starts_at: state.startsAt,
        ends_at: state.endsAt,
        change_until: state.changeUntil ?? null,
        cancel_until: state.cancelUntil ?? null,
        address_id: state.addressId ?? null,
        address: JSON.stringify(state.address),
        reference: state.reference,
        cost_centre_id: state.costCentreId ?? null,
        cost_centre_label: state.costCentreLabel,
        driver_hint: state.driverHint,
        particulars: JSON.stringify(state.particulars),
        net_cents: state.net,
        vat: JSON.stringify(state.vat),
        gross_cents: state.gross,
      })
      .where('id', '=', order.id),
  );
  await tx.sql(INSERT_LINES_AND_EVENT, [
    order.id,
    order.customer_id,
    JSON.stringify(state.lines),
    by.at,
    by.personId ?? null,
    version,
  ]);
  return version;
}

const INSERT_LINES_AND_EVENT = `
  with lines as (
    insert into order_line (
      order_id, customer_id, position, product_code, name, unit, quantity, unit_price, vat_rate, net_cents
    )
    select $1::bigint, $2::bigint, line.position, line.value ->> 'productCode', line.value -> 'name',
      line.value -> 'unit', (line.value ->> 'quantity')::int, (line.value ->> 'unitPrice')::bigint,
      (line.value ->> 'vatRate')::int, (line.value ->> 'net')::int
    from jsonb_array_elements($3::jsonb) with ordinality as line (value, position)
  )
  insert into order_event (order_id, customer_id, at, kind, person_id, version)
  values ($1::bigint, $2::bigint, $4::timestamptz, 'changed', $5::bigint, $6::int)`;
