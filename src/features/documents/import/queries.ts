import { query, type Transaction } from '../../../platform/db/database.ts';

/** The firm of a number, over all firms. */
export async function firmOf(tx: Transaction, number: string) {
  return tx.first(query.selectFrom('customer').select(['id', 'number', 'name']).where('number', '=', number));
}

/** A cost centre of the firm by its code. */
export async function costCentreOf(tx: Transaction, customerId: number, code: string) {
  return tx.first(
    query
      .selectFrom('cost_centre')
      .select(['id', 'code', 'name'])
      .where('customer_id', '=', customerId)
      .where('code', '=', code),
  );
}

/** The firm's document of this content. */
export async function documentOfContent(tx: Transaction, customerId: number, hash: Buffer) {
  return tx.first(
    query
      .selectFrom('document')
      .select(['number', 'source'])
      .where('customer_id', '=', customerId)
      .where('content_hash', '=', hash),
  );
}

/** Whether the portal has drawn numbers of the same range and year: another document must not have one of the next. */
export async function isOfOwnRange(tx: Transaction, number: string): Promise<boolean> {
  const [, range = '', year = ''] = /^([A-Z])-(\d{4})-\d{6,}$/.exec(number) ?? [];
  const row = await tx.first(
    query
      .selectFrom('number_range')
      .select('last')
      .where('range', '=', range)
      .where('year', '=', Number(year)),
  );
  return row !== undefined;
}
