import type { InvoiceAccount } from '../../../domain/payments/index.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';

/*
 * Who makes files of debits wants everybody's balances to stand still; who records a payment only their own. One lock of
 * the database, taken alone by the first and together by the others.
 */
const LOCK = 7_260_447;

/** Taken before a balance is read that something is decided by. */
export async function holdBalances(tx: Transaction, how: 'one' | 'all'): Promise<void> {
  await tx.sql(
    how === 'all' ? 'select pg_advisory_xact_lock($1)' : 'select pg_advisory_xact_lock_shared($1)',
    [LOCK],
  );
}

/** The invoice itself, also when it is asked for by the number of what takes it back; locked for changes of its money. */
export async function lockOwed(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('invoice')
      .select(['id', 'number', 'gross_cents as gross'])
      .where('number', '=', number)
      .where('kind', '=', 'invoice')
      .forNoKeyUpdate(),
  );
}

/** What has happened to an invoice. */
export async function accountOf(
  tx: Transaction,
  invoice: { readonly id: number; readonly gross: number },
): Promise<InvoiceAccount> {
  const reversals = await tx.all(
    query
      .selectFrom('invoice')
      .select(['kind', 'gross_cents as gross'])
      .where('original_id', '=', invoice.id),
  );
  const payments = await tx.all(
    query
      .selectFrom('payment')
      .select(['kind', 'amount_cents as amount', 'paid_on as on'])
      .where('invoice_id', '=', invoice.id),
  );
  const debits = await tx.all(
    query
      .selectFrom('debit')
      .select(['amount_cents as amount', 'due_on', 'returned_on'])
      .where('invoice_id', '=', invoice.id)
      .orderBy('id'),
  );
  return {
    gross: invoice.gross,
    takenBack: reversals.reduce((sum, { gross }) => sum + gross, 0),
    isCancelled: reversals.some(({ kind }) => kind === 'cancellation'),
    received: payments.reduce((sum, { kind, amount }) => sum + (kind === 'transfer' ? amount : -amount), 0),
    receivedOn:
      payments
        .filter(({ kind }) => kind === 'transfer')
        .map(({ on }) => on.toString())
        .sort()
        .at(-1) ?? null,
    debits: debits.map(({ amount, due_on, returned_on }) => ({
      amount,
      dueOn: due_on.toString(),
      returnedOn: returned_on?.toString() ?? null,
    })),
  };
}

/** The invoice and what takes it back, as far as they lie in the firm's place for documents. */
export async function documentsOf(tx: Transaction, invoiceId: number) {
  return tx.all(
    query
      .selectFrom('invoice')
      .select(['number', 'kind', 'gross_cents as gross'])
      .where((eb) => eb.or([eb('id', '=', invoiceId), eb('original_id', '=', invoiceId)]))
      .where('document_id', 'is not', null)
      .orderBy('id'),
  );
}

export async function customerOf(tx: Transaction) {
  return tx.first(query.selectFrom('customer').select(['id', 'number', 'name']));
}

/** The invoice by its id, kept still while its documents are told. */
export async function invoiceById(tx: Transaction, id: number) {
  return tx.first(
    query.selectFrom('invoice').select(['id', 'gross_cents as gross']).where('id', '=', id).forNoKeyUpdate(),
  );
}

/** Payments and debits of an invoice, the oldest first. */
export async function movementsOf(tx: Transaction, invoiceId: number) {
  const payments = await tx.all(
    query
      .selectFrom('payment')
      .select(['kind', 'amount_cents as amount', 'paid_on as on', 'note', 'recorded_by_name as by'])
      .where('invoice_id', '=', invoiceId)
      .orderBy('id'),
  );
  const debits = await tx.all(
    query
      .selectFrom('debit')
      .select([
        'amount_cents as amount',
        'due_on as on',
        'returned_on as returnedOn',
        'return_reason as reason',
        'returned_by_name as by',
      ])
      .where('invoice_id', '=', invoiceId)
      .orderBy('id'),
  );
  return { payments, debits };
}
