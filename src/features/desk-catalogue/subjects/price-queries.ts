import type { Transaction } from '../../../platform/db/database.ts';
import type { Text } from '../../../platform/i18n/index.ts';
import type { Subject } from '../subject.ts';
import { affectedOfProduct } from './affected-queries.ts';
import { bilingualOf, valuesOf } from './fields.ts';

/** Goods and services, or the products of the post: the same columns in tables of their own. Names of this program. */
export interface PriceTables {
  readonly product: 'product' | 'mail_product';
  readonly price: 'product_price' | 'mail_product_price';
  readonly vat: 'product_vat' | 'mail_product_vat';
}

type Queries = Pick<Subject, 'find' | 'affected' | 'write' | 'remove'>;

/** Prices by date. */
export const priceQueries = ({ product, price }: PriceTables): Queries => ({
  async find(tx, code, on) {
    const [row] = await tx.sql<{ name: Text; unit_price: number | null }>(
      `select p.name, (select c.unit_price from ${price} c where c.product_code = p.code and c.valid_from <= $2
         order by c.valid_from desc limit 1) as unit_price
       from ${product} p where p.code = $1`,
      [code, on],
    );
    return row && { name: row.name, values: { unitPrice: row.unit_price } };
  },
  affected: affectedOfProduct,
  async write(tx, code, { unitPrice = null }, from) {
    await removeDated(tx, price, code, from);
    await tx.sql(`insert into ${price} (product_code, valid_from, unit_price) values ($1, $2, $3)`, [
      code,
      from,
      unitPrice,
    ]);
  },
  remove: (tx, code, from) => removeDated(tx, price, code, from),
});

/** VAT by date. */
export const vatQueries = ({ product, vat }: PriceTables): Queries => ({
  async find(tx, code, on) {
    const [row] = await tx.sql<{
      name: Text;
      category: string | null;
      rate: number | null;
      exemption_reason: Text | null;
    }>(
      `select p.name, v.category, v.rate, v.exemption_reason from ${product} p
       left join lateral (
         select * from ${vat} where product_code = p.code and valid_from <= $2 order by valid_from desc limit 1
       ) v on true
       where p.code = $1`,
      [code, on],
    );
    if (!row) return undefined;
    const { name, category, rate, exemption_reason } = row;
    return { name, values: { category, rate, ...valuesOf('reason', exemption_reason) } };
  },
  affected: affectedOfProduct,
  async write(tx, code, values, from) {
    await removeDated(tx, vat, code, from);
    await tx.sql(
      `insert into ${vat} (product_code, valid_from, category, rate, exemption_reason)
       values ($1, $2, $3, $4, $5::jsonb)`,
      [code, from, values.category, values.rate, bilingualOf(values, 'reason')],
    );
  },
  remove: (tx, code, from) => removeDated(tx, vat, code, from),
});

async function removeDated(
  tx: Transaction,
  table: PriceTables['price'] | PriceTables['vat'],
  code: string,
  from: Temporal.PlainDate,
): Promise<void> {
  await tx.sql(`delete from ${table} where product_code = $1 and valid_from = $2`, [code, from]);
}
