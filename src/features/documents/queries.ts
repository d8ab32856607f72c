import { type Insertable, sql, type Updateable } from 'kysely';
import type { Right } from '../../domain/rights.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Document, DocumentFile, DocumentShare } from '../../platform/db/tables.ts';

/**
 * Writes the row of a document; `taken` says what it shares with one that is there: its number with anybody's, or its
 * content with one of the firm's.
 */
export async function insertDocument(
  tx: Transaction,
  document: Insertable<Document> & { number: string; content_hash: Buffer },
): Promise<{ id: number } | { taken: 'number' | 'pdf' }> {
  const row = await tx.first(
    query
      .insertInto('document')
      .values(document)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  if (row) return row;
  const same = await tx.first(
    query.selectFrom('document').select('id').where('content_hash', '=', document.content_hash),
  );
  return { taken: same ? 'pdf' : 'number' };
}

export async function insertFile(tx: Transaction, file: Insertable<DocumentFile>): Promise<void> {
  await tx.all(query.insertInto('document_file').values(file));
}

export async function insertShare(tx: Transaction, share: Insertable<DocumentShare>): Promise<void> {
  await tx.all(query.insertInto('document_share').values(share));
}

export async function documentIdOf(tx: Transaction, number: string): Promise<number | undefined> {
  const row = await tx.first(query.selectFrom('document').select('id').where('number', '=', number));
  return row?.id;
}

export async function orderIdOf(tx: Transaction, number: string): Promise<number | undefined> {
  const row = await tx.first(query.selectFrom('service_order').select('id').where('number', '=', number));
  return row?.id;
}

/** The document with its state kept as it is until the transaction ends. */
export async function lockDocument(tx: Transaction, number: string) {
  return tx.first(
    query
      .selectFrom('document')
      .select(['id', 'state', 'state_on', 'gross_cents', 'open_cents'])
      .where('number', '=', number)
      .forUpdate(),
  );
}

export async function setState(
  tx: Transaction,
  id: number,
  state: Pick<Updateable<Document>, 'state' | 'state_on' | 'open_cents'>,
): Promise<void> {
  await tx.all(query.updateTable('document').set(state).where('id', '=', id));
}

export type DocumentFacts = NonNullable<Awaited<ReturnType<typeof documentFacts>>>;

/** What letters say about a document and its firm. */
export async function documentFacts(tx: Transaction, id: number) {
  return tx.first(
    query
      .selectFrom('document as d')
      .innerJoin('customer as c', 'c.id', 'd.customer_id')
      .select([
        'd.kind',
        'd.number',
        'd.title',
        'd.document_date',
        'd.period_from',
        'd.period_to',
        'd.gross_cents',
        'd.due_on',
        'c.number as customerNumber',
        'c.name as customerName',
      ])
      .where('d.id', '=', id),
  );
}

const SEES: Right = 'documents.view';

/** The people of the firm who may see its documents. */
export async function peopleWhoSee(tx: Transaction) {
  return tx.all(
    query
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select(['p.id', 'p.name', 'p.email', 'p.language'])
      .where('m.is_active', '=', true)
      .where((eb) => eb.or([eb('m.is_admin', '=', true), sql<boolean>`${SEES} = any (m.rights)`]))
      .orderBy('p.id'),
  );
}
