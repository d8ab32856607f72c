import type { Transaction } from '../../../platform/db/database.ts';

/** A firm that could get an invoice, with all that a clerk looks at before. Amounts net, in cents. */
export interface Candidate extends Record<string, unknown> {
  readonly id: number;
  readonly number: string;
  readonly name: string;
  readonly net: number;
  /** Orders and counts of mail. */
  readonly things: number;
  readonly since: Temporal.PlainDate;
  /** Net of the last invoice; null: this is the first. */
  readonly lastNet: number | null;
  /** Orders of the time that have not been reported as done or failed. */
  readonly unfinished: number;
  /** Counts of mail without a price on their day; they keep the invoice back and are not in `net`. */
  readonly unpriced: number;
  readonly hasAddress: boolean;
  readonly hasRecipient: boolean;
  readonly wantsXrechnung: boolean;
  readonly hasLeitwegId: boolean;
  readonly hasMandate: boolean;
  readonly isAbroad: boolean;
}

/**
 * What could be charged up to a day: sums by firm, before they are rounded and added up by the rules. The odd ones come
 * first: no address, a large step from last time.
 */
export async function candidates(
  tx: Transaction,
  upTo: Temporal.PlainDate,
  page: { readonly limit: number; readonly offset: number },
): Promise<Candidate[]> {
  return tx.sql<Candidate>(`${CANDIDATES} limit $2 offset $3`, [upTo, page.limit, page.offset]);
}

/** All of them in one line. */
export async function candidateTotals(tx: Transaction, upTo: Temporal.PlainDate) {
  const [row] = await tx.sql<{ firms: number; net: number; unpriced: number }>(
    `select count(*) as firms, coalesce(sum(net), 0)::bigint as net,
       count(*) filter (where unpriced > 0) as unpriced from (${CHARGES}) as charged`,
    [upTo],
  );
  return row ?? { firms: 0, net: 0, unpriced: 0 };
}

/** The ids of all firms that could get an invoice, except for some. */
export async function candidateIds(
  tx: Transaction,
  upTo: Temporal.PlainDate,
  without: readonly string[],
): Promise<number[]> {
  const rows = await tx.sql<{ id: number }>(
    `select c.id from (${CHARGES}) as charged join customer c on c.id = charged.customer_id
     where not c.number = any ($2::text[]) order by c.id`,
    [upTo, without],
  );
  return rows.map(({ id }) => id);
}

const CHARGES = `
  select customer_id, coalesce(sum(net), 0)::bigint as net, count(*) as things, min(since) as since,
    count(*) filter (where net is null) as unpriced from (
    select o.customer_id, o.net_cents as net, o.service_date as since
    from service_order o left join order_outcome e on e.order_id = o.id
    where (o.status = 'completed' or o.status = 'failed' and e.is_charged or o.is_cancellation_charged)
      and o.service_date <= $1 and o.net_cents > 0
      and not exists (select from invoice_item i
        where i.source = 'order' and i.source_id = o.id and i.released_by is null)
    union all
    -- a price that is missing makes the sum of the count null, and not 0
    select v.customer_id, round(v.pieces * (price.unit_price
      + case when v.pieces < m.full_price_pieces and m.surcharge_code is not null then more.unit_price else 0 end)
      / 100.0) as net,
      v.service_date as since
    from mail_volume v
    join mail_product m on m.code = v.product_code
    left join lateral (select p.unit_price from mail_product_price p
      where p.product_code = v.product_code and p.valid_from <= v.service_date
      order by p.valid_from desc limit 1) as price on true
    left join lateral (select p.unit_price from mail_product_price p
      where p.product_code = m.surcharge_code and v.pieces < m.full_price_pieces and p.valid_from <= v.service_date
      order by p.valid_from desc limit 1) as more on true
    where v.invoice_id is null and v.service_date <= $1
  ) as charge group by customer_id`;

const CANDIDATES = `
  select c.id, c.number, c.name, charged.net, charged.things, charged.since, charged.unpriced,
    (select v.net_cents from invoice v where v.customer_id = c.id and v.kind = 'invoice'
       order by v.issued_on desc, v.id desc limit 1) as "lastNet",
    (select count(*) from service_order o where o.customer_id = c.id and o.status = 'placed'
       and o.service_date <= $1) as unfinished,
    exists (select from address a where a.customer_id = c.id and a.is_default_billing
      and a.archived_at is null) as "hasAddress",
    coalesce(cardinality(s.invoice_copies) > 0, false)
      or exists (select from membership m where m.customer_id = c.id and m.is_active) as "hasRecipient",
    coalesce(s.einvoice_format = 'xrechnung', false) as "wantsXrechnung",
    coalesce(s.leitweg_id <> '', false) as "hasLeitwegId",
    exists (select from mandate m where m.customer_id = c.id and m.ended_at is null) as "hasMandate",
    coalesce(s.country <> 'DE', false) as "isAbroad"
  from (${CHARGES}) as charged
  join customer c on c.id = charged.customer_id
  left join invoice_settings s on s.customer_id = c.id
  order by "hasAddress", charged.unpriced > 0 desc, charged.net > 2 * coalesce((select v.net_cents from invoice v
      where v.customer_id = c.id and v.kind = 'invoice' order by v.issued_on desc, v.id desc limit 1), charged.net) desc,
    c.number`;
