import { sql } from 'kysely';
import type { OrderStatus } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';

interface Week {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The firms for which something happened in a week and that have no report of it yet: over all firms. */
export async function firmsWithoutReport(tx: Transaction, { from, to }: Week): Promise<number[]> {
  const rows = await tx.sql<{ id: number }>(
    `select c.id from customer c
     where (exists (select from mail_volume v where v.customer_id = c.id and v.service_date between $1::date and $2::date)
         or exists (select from service_order o where o.customer_id = c.id and o.status <> 'placed'
              and o.service_date between $1::date and $2::date))
       and not exists (select from document d where d.customer_id = c.id and d.kind = 'weekly-report'
         and d.period_from = $1::date)
     order by c.id`,
    [from, to],
  );
  return rows.map(({ id }) => id);
}

/** The firm of the transaction, with the language and the address that its report is written in and to. */
export async function findReader(tx: Transaction) {
  const customer = await tx.first(
    query
      .selectFrom('customer as c')
      .leftJoin('membership as m', (join) =>
        join.onRef('m.customer_id', '=', 'c.id').on('m.is_main_contact', '=', true),
      )
      .leftJoin('person as p', 'p.id', 'm.person_id')
      .select(['c.id', 'c.number', 'c.name', 'p.language']),
  );
  const address = await tx.first(
    query
      .selectFrom('address')
      .select(['recipient', 'street', 'postcode', 'city'])
      .where('is_default_billing', '=', true),
  );
  return customer && { ...customer, address };
}
export type Reader = NonNullable<Awaited<ReturnType<typeof findReader>>>;

export async function hasReport(tx: Transaction, number: string): Promise<boolean> {
  const row = await tx.first(query.selectFrom('document').select('id').where('number', '=', number));
  return row !== undefined;
}

/** How many orders of each kind of service became what in a week; the kind is the beginning of its code. */
export async function servicesIn(tx: Transaction, { from, to }: Week) {
  return tx.all(
    query
      .selectFrom('service_order')
      .select((eb) => [
        sql<string>`split_part(service_code, '_', 1)`.as('kind'),
        eb.ref('status').as('status'),
        sql<number>`count(*)::int`.as('count'),
      ])
      .where('service_date', '>=', from)
      .where('service_date', '<=', to)
      .groupBy([sql`split_part(service_code, '_', 1)`, 'status']),
  );
}
export type ServiceCount = { readonly kind: string; readonly status: OrderStatus; readonly count: number };

/** The goods that came in a week. */
export async function consumablesIn(tx: Transaction, { from, to }: Week) {
  return tx.all(
    query
      .selectFrom('order_line as l')
      .innerJoin('service_order as o', 'o.id', 'l.order_id')
      .innerJoin('product as p', 'p.code', 'l.product_code')
      .select(['p.name', 'p.unit', sql<number>`sum(l.quantity)::int`.as('quantity')])
      .where('o.service_code', 'like', 'GOODS%')
      .where('o.status', '=', 'completed')
      .where('o.service_date', '>=', from)
      .where('o.service_date', '<=', to)
      .groupBy(['p.code', 'p.name', 'p.unit'])
      .orderBy('p.code'),
  );
}
