import { query, type Transaction } from '../../platform/db/database.ts';

/** Whether a failed order is charged; what is not written down is not. */
export async function isChargedOrder(tx: Transaction, orderId: number): Promise<boolean> {
  const row = await tx.first(
    query.selectFrom('order_outcome').select('is_charged').where('order_id', '=', orderId),
  );
  return row?.is_charged ?? false;
}
