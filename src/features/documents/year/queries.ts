import { sql } from 'kysely';
import { query, type Transaction } from '../../../platform/db/database.ts';

interface Year {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

/** The years of which there are invoices or volumes, the latest first. */
export async function yearsWithFigures(tx: Transaction): Promise<number[]> {
  const rows = await tx.sql<{ year: number }>(
    `select distinct extract(year from day)::int as year from (
       select coalesce(period_from, document_date) as day from document where folder = 'invoices'
       union all select service_date from mail_volume
     ) days order by 1 desc limit 20`,
  );
  return rows.map(({ year }) => year);
}

/** What was charged in a year by month and cost centre, in net cents: the month that it is about, not that of the bill. */
export async function chargedIn(tx: Transaction, { from, to }: Year) {
  return tx.sql<{ month: number; costCentre: string; net: number }>(
    `select extract(month from day)::int as month, label as "costCentre", sum(net)::bigint as net from (
       select coalesce(d.period_from, d.document_date) as day, coalesce(s.cost_centre_label, '') as label,
         coalesce(s.net_cents, case when s.position is null then d.net_cents end, 0) as net
       from document d left join document_share s on s.document_id = d.id
       where d.folder = 'invoices' and d.net_cents is not null
     ) charged
     where day between $1::date and $2::date
     group by 1, 2 order by 1, 2`,
    [from, to],
  );
}

/** Net and gross of all invoices of a year together, what is still open of it, and how many they are. */
export async function totalsOf(tx: Transaction, { from, to }: Year) {
  const row = await tx.first(
    query
      .selectFrom('document')
      .select([
        sql<number>`count(*)::int`.as('count'),
        sql<number>`coalesce(sum(net_cents), 0)::bigint`.as('net'),
        sql<number>`coalesce(sum(gross_cents), 0)::bigint`.as('gross'),
        sql<number>`coalesce(sum(open_cents), 0)::bigint`.as('open'),
      ])
      .where('folder', '=', 'invoices')
      .where('net_cents', 'is not', null)
      .where(sql<Temporal.PlainDate>`coalesce(period_from, document_date)`, '>=', from)
      .where(sql<Temporal.PlainDate>`coalesce(period_from, document_date)`, '<=', to),
  );
  return row ?? { count: 0, net: 0, gross: 0, open: 0 };
}

/** What was handed over in a year, in pieces by month and product. */
export async function volumesIn(tx: Transaction, { from, to }: Year) {
  return tx.all(
    query
      .selectFrom('mail_volume as v')
      .innerJoin('mail_product as p', 'p.code', 'v.product_code')
      .select([
        sql<number>`extract(month from v.service_date)::int`.as('month'),
        'p.name',
        'p.position',
        sql<number>`sum(v.pieces)::bigint`.as('pieces'),
      ])
      .where('v.service_date', '>=', from)
      .where('v.service_date', '<=', to)
      .groupBy([sql`extract(month from v.service_date)::int`, 'p.name', 'p.position'])
      .orderBy('p.position'),
  );
}
