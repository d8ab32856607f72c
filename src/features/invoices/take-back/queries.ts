import { query, type Transaction } from '../../../platform/db/database.ts';

/** The invoice with the changes of others kept out; undefined for another firm's, and for what takes one back. */
export async function lockInvoice(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('invoice')
      .select(['id', 'number', 'content', 'format'])
      .where('number', '=', number)
      .where('kind', '=', 'invoice')
      .forNoKeyUpdate(),
  );
}

/** What each document so far has taken back of an invoice. */
export async function takenBack(tx: Transaction, invoiceId: number) {
  return tx.all(
    query.selectFrom('invoice').select('takes_back as takesBack').where('original_id', '=', invoiceId),
  );
}

/** What the invoice charged can be charged once more; answers the ids of the counts of mail among it. */
export async function releaseItems(
  tx: Transaction,
  invoiceId: number,
  releasedBy: number,
): Promise<number[]> {
  const rows = await tx.all(
    query
      .updateTable('invoice_item')
      .set({ released_by: releasedBy })
      .where('invoice_id', '=', invoiceId)
      .where('released_by', 'is', null)
      .returning(['source', 'source_id']),
  );
  return rows.filter(({ source }) => source === 'mail-volume').map(({ source_id }) => source_id);
}
