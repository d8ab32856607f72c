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

/** The number of the firm's document of this content. */
export async function numberOfContent(tx: Transaction, customerId: number, hash: Buffer) {
  const row = await tx.first(
    query
      .selectFrom('document')
      .select('number')
      .where('customer_id', '=', customerId)
      .where('content_hash', '=', hash),
  );
  return row?.number;
}
