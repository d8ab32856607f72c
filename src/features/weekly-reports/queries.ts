import { sql } from 'kysely';
import type { OrderStatus } from '../../domain/orders/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import { billingRecipient } from '../master-data/index.ts';

interface Week {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The firms for which something happened in a week and that have no report of it yet: over all firms. */
export async function firmsWithoutReport(tx: Transaction, { from, to }: Week): Promise<number[]> {
  const rows = await tx.sql<{ id: number }>(
    `select c.id from customer c
     where (exists (select from mail_volume v where v.customer_id = c.id and v.service_date between $1::date and $2::date)
         or exists (select from service_order o where o.customer_id = c.id
              and o.status in ('completed', 'failed', 'cancelled')
              and o.service_date between $1::date and $2::date)
         or exists (select from invoice v where v.customer_id = c.id and v.kind <> 'invoice'
              and v.issued_on between $1::date and $2::date))
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
  return customer && { ...customer, recipient: await billingRecipient(tx, customer.name) };
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

/** The services of a week that did not take place, and why; also those that were cancelled at a charge. */
export async function failuresIn(tx: Transaction, { from, to }: Week) {
  return tx.all(
    query
      .selectFrom('service_order as o')
      .innerJoin('service as s', 's.code', 'o.service_code')
      .leftJoin('order_outcome as e', 'e.order_id', 'o.id')
      .select([
        'o.number',
        'o.service_date as date',
        's.name as service',
        'e.reason',
        sql<boolean>`coalesce(e.is_charged, o.is_cancellation_charged)`.as('isCharged'),
      ])
      .where((eb) => eb.or([eb('o.status', '=', 'failed'), eb('o.is_cancellation_charged', '=', true)]))
      .where('o.service_date', '>=', from)
      .where('o.service_date', '<=', to)
      .orderBy('o.service_date')
      .orderBy('o.id'),
  );
}

/** What took invoices back in a week, in parts or as a whole; the amount is given back. */
export async function correctionsIn(tx: Transaction, { from, to }: Week) {
  return tx.all(
    query
      .selectFrom('invoice as v')
      .innerJoin('invoice as o', 'o.id', 'v.original_id')
      .select([
        'v.number',
        'v.kind',
        'v.issued_on as issuedOn',
        'v.reason',
        'v.net_cents as net',
        'o.number as original',
      ])
      .where('v.issued_on', '>=', from)
      .where('v.issued_on', '<=', to)
      .orderBy('v.id'),
  );
}

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
