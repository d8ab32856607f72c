import { query, type Transaction } from '../../../platform/db/database.ts';

const unset = query
  .selectFrom('invoice as i')
  .innerJoin('customer as c', 'c.id', 'i.customer_id')
  .leftJoin('invoice as o', 'o.id', 'i.original_id')
  .select([
    'i.id',
    'i.number',
    'i.content',
    'i.xml',
    'i.format',
    'i.document_id as documentId',
    'i.original_id as originalId',
    'i.issued_by as issuedBy',
    'i.issued_by_name as issuedByName',
    'o.document_id as originalDocumentId',
    'c.number as customerNumber',
    'c.name as customerName',
  ]);

/** An invoice with all that its page is made of; undefined for another firm's. */
export async function invoiceToSet(tx: Transaction, id: number) {
  return tx.first(unset.where('i.id', '=', id));
}

export type InvoiceToSet = NonNullable<Awaited<ReturnType<typeof invoiceToSet>>>;

/** Keeps others from setting the same invoice; says whether it still lacks its page. */
export async function lockUnset(tx: Transaction, id: number): Promise<boolean> {
  const row = await tx.first(
    query.selectFrom('invoice').select('document_id').where('id', '=', id).forUpdate(),
  );
  return row?.document_id === null;
}

export async function setDocumentId(tx: Transaction, id: number, documentId: number): Promise<void> {
  await tx.all(query.updateTable('invoice').set({ document_id: documentId }).where('id', '=', id));
}

/** The ids behind the labels of the firm's cost centres. */
export async function costCentreIds(tx: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.all(query.selectFrom('cost_centre').select(['id', 'code', 'name']));
  return new Map(rows.map(({ id, code, name }) => [`${code} ${name}`, id]));
}
