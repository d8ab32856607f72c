import type { Insertable } from 'kysely';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Payment } from '../../platform/db/tables.ts';

/** Writes a payment down; false when this form was sent before. */
export async function insertPayment(tx: Transaction, payment: Insertable<Payment>): Promise<boolean> {
  const row = await tx.first(
    query
      .insertInto('payment')
      .values(payment)
      .onConflict((conflict) => conflict.column('entry_key').doNothing())
      .returning('id'),
  );
  return row !== undefined;
}

/** The debit of an invoice that no bank has given back. */
export async function runningDebit(tx: Transaction, invoiceId: number) {
  return tx.first(
    query
      .selectFrom('debit')
      .select(['id', 'amount_cents as amount', 'due_on as dueOn', 'end_to_end_id as endToEndId'])
      .where('invoice_id', '=', invoiceId)
      .where('returned_on', 'is', null),
  );
}

export async function returnDebit(
  tx: Transaction,
  id: number,
  back: { readonly on: Temporal.PlainDate; readonly reason: string; readonly by: string },
): Promise<void> {
  await tx.sql('update debit set returned_on = $2, return_reason = $3, returned_by_name = $4 where id = $1', [
    id,
    back.on,
    back.reason,
    back.by,
  ]);
}
