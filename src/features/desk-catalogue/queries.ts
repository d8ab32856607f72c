import type { Transaction } from '../../platform/db/database.ts';
import type { Text } from '../../platform/i18n/index.ts';

/** Something with a price, as it is on a day. */
export interface PricedRow {
  readonly code: string;
  readonly name: Text;
  readonly unitPrice: number | null;
  readonly category: string | null;
  readonly rate: number | null;
  readonly isActive: boolean;
}

type Kind = 'product' | 'mail_product';

const pricedSql = (kind: Kind) => `
  select p.code, p.name, c.unit_price as "unitPrice", v.category, v.rate, p.is_active as "isActive"
  from ${kind} p
  left join lateral (select unit_price from ${kind}_price where product_code = p.code and valid_from <= $1
    order by valid_from desc limit 1) c on true
  left join lateral (select category, rate from ${kind}_vat where product_code = p.code and valid_from <= $1
    order by valid_from desc limit 1) v on true
  order by p.position`;

/** Everything that has a price, in the order of the catalogue. */
export const pricedThings = (tx: Transaction, kind: Kind, on: Temporal.PlainDate) =>
  tx.sql<PricedRow & Record<string, unknown>>(pricedSql(kind), [on]);

export const servicesAtDesk = (tx: Transaction) =>
  tx.sql<{ code: string; name: Text; hours: Text }>(
    'select code, name, hours from service order by position',
  );

export const sitesAtDesk = (tx: Transaction) =>
  tx.sql<{ code: string; name: string; city: string; isActive: boolean }>(
    'select code, name, city, is_active as "isActive" from site order by position',
  );

/** The days from today on that depart from weekday and holidays. */
export const comingExceptions = (tx: Transaction, today: Temporal.PlainDate, limit: number) =>
  tx.sql<{ date: Temporal.PlainDate; kind: 'closed' | 'open'; name: Text }>(
    'select date, kind, name from calendar_exception where date >= $1 order by date limit $2',
    [today, limit],
  );
