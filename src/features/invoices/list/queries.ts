import { sql } from 'kysely';
import { query, type Transaction } from '../../../platform/db/database.ts';

/** Invoices and what takes them back, the newest first; by number, customer number or part of a name. */
export async function listInvoices(
  tx: Transaction,
  filter: { readonly search: string; readonly limit: number; readonly offset: number },
) {
  const { search } = filter;
  const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`;
  return tx.all(
    query
      .selectFrom('invoice as v')
      .innerJoin('customer as c', 'c.id', 'v.customer_id')
      .leftJoin('document as d', 'd.id', 'v.document_id')
      .select([
        'v.number',
        'v.kind',
        'v.issued_on as issuedOn',
        'v.due_on as dueOn',
        'v.gross_cents as gross',
        'c.number as customerNumber',
        'c.name as customerName',
        'd.state',
        'd.state_on as stateOn',
      ])
      .$if(search !== '', (q) =>
        q.where((eb) =>
          eb.or([
            eb('v.number', '=', search.toUpperCase()),
            eb('c.number', '=', search.toUpperCase()),
            eb('c.name', 'ilike', like),
          ]),
        ),
      )
      .orderBy('v.issued_on', 'desc')
      .orderBy('v.id', 'desc')
      .limit(filter.limit)
      .offset(filter.offset),
  );
}

export type ListedInvoice = Awaited<ReturnType<typeof listInvoices>>[number];

/** One of them with its content, its firm, what it takes back and what takes it back. */
export async function invoiceAtDesk(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('invoice as v')
      .innerJoin('customer as c', 'c.id', 'v.customer_id')
      .leftJoin('document as d', 'd.id', 'v.document_id')
      .select([
        'v.id',
        'v.number',
        'v.kind',
        'v.content',
        'v.format',
        'v.reason',
        'v.due_on as dueOn',
        'v.issued_at as issuedAt',
        'v.issued_by_name as issuedBy',
        'v.mandate_reference as mandate',
        'c.id as customerId',
        'c.number as customerNumber',
        'c.name as customerName',
        'd.state',
        'd.state_on as stateOn',
        sql<boolean>`v.document_id is not null`.as('isSet'),
      ])
      .where('v.number', '=', number),
  );
}

/** What takes an invoice back. */
export async function reversalsOf(tx: Transaction, invoiceId: number) {
  return tx.all(
    query
      .selectFrom('invoice')
      .select([
        'number',
        'kind',
        'issued_on as issuedOn',
        'gross_cents as gross',
        'reason',
        'takes_back as takesBack',
      ])
      .where('original_id', '=', invoiceId)
      .orderBy('id'),
  );
}

/** A file of an invoice, read as the firm that it belongs to. */
export async function invoiceFile(tx: Transaction, number: string, role: 'pdf' | 'xml') {
  return tx.first(
    query
      .selectFrom('invoice as v')
      .innerJoin('document_file as f', 'f.document_id', 'v.document_id')
      .select(['f.name', 'f.media_type as type', 'f.bytes'])
      .where('v.number', '=', number)
      .where('f.role', '=', role),
  );
}
