import { sql } from 'kysely';
import type { DocumentRole } from '../../../domain/documents/index.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';

/** Notes that a copy is to be sent; undefined when it is noted already. */
export async function insertDelivery(
  tx: Transaction,
  delivery: { documentId: number; customerId: number; address: string; at: Temporal.Instant },
): Promise<{ id: number } | undefined> {
  return tx.first(
    query
      .insertInto('document_delivery')
      .values({
        document_id: delivery.documentId,
        customer_id: delivery.customerId,
        address: delivery.address,
        queued_at: delivery.at,
      })
      .onConflict((conflict) => conflict.columns(['document_id', 'address']).doNothing())
      .returning('id'),
  );
}

/** A delivery with what its letter says about it, its language being that of the firm's main contact. */
export async function findDelivery(tx: Transaction, id: number) {
  return tx.first(
    query
      .selectFrom('document_delivery as v')
      .leftJoin('membership as m', (join) =>
        join.onRef('m.customer_id', '=', 'v.customer_id').on('m.is_main_contact', '=', true),
      )
      .leftJoin('person as p', 'p.id', 'm.person_id')
      .select([
        'v.id',
        'v.document_id as documentId',
        'v.address',
        'v.state',
        'v.round',
        'v.attempts',
        'p.language',
      ])
      .where('v.id', '=', id),
  );
}
export type Delivery = NonNullable<Awaited<ReturnType<typeof findDelivery>>>;

/** The files that travel with a copy, as long as they are not larger together than a mail can be. */
export async function attachmentsOf(
  tx: Transaction,
  documentId: number,
  roles: readonly DocumentRole[],
  mostBytes: number,
) {
  const sizes = await tx.all(
    query
      .selectFrom('document_file')
      .select(['role', 'size'])
      .where('document_id', '=', documentId)
      .where('role', 'in', [...roles]),
  );
  if (sizes.reduce((sum, { size }) => sum + size, 0) > mostBytes) return [];
  return tx.all(
    query
      .selectFrom('document_file')
      .select(['name', 'media_type as mediaType', 'bytes'])
      .where('document_id', '=', documentId)
      .where('role', 'in', [...roles])
      .orderBy('role'),
  );
}

/** Keeps others from deciding about a copy until the transaction ends. */
export async function lockDelivery(tx: Transaction, id: number): Promise<void> {
  await tx.all(query.selectFrom('document_delivery').select('id').where('id', '=', id).forUpdate());
}

/** What became of an attempt. */
export async function noteAttempt(
  tx: Transaction,
  id: number,
  outcome: { state: 'sent' | 'failed'; problem: string | null; attempts: number; at: Temporal.Instant },
): Promise<void> {
  const { at, ...columns } = outcome;
  await tx.all(
    query
      .updateTable('document_delivery')
      .set({ ...columns, last_at: at })
      .where('id', '=', id),
  );
}

/** The same for what a clerk notes or wants. */
export async function moveDelivery(
  tx: Transaction,
  id: number,
  to: { state: 'waiting' | 'returned'; round: number; problem: string | null; last_at: Temporal.Instant },
): Promise<void> {
  await tx.all(query.updateTable('document_delivery').set(to).where('id', '=', id));
}

/** The delivery with its firm and number, for the desk: over all firms. */
export async function locateDelivery(tx: Transaction, id: number) {
  return tx.first(
    query
      .selectFrom('document_delivery as v')
      .innerJoin('customer as c', 'c.id', 'v.customer_id')
      .innerJoin('document as d', 'd.id', 'v.document_id')
      .select(['c.id as customerId', 'c.number as customerNumber', 'c.name as customerName', 'd.number'])
      .where('v.id', '=', id),
  );
}

/** Copies over all firms, with what they are of. */
const copies = query
  .selectFrom('document_delivery as v')
  .innerJoin('customer as c', 'c.id', 'v.customer_id')
  .innerJoin('document as d', 'd.id', 'v.document_id')
  .select([
    'v.id',
    'v.address',
    'v.state',
    'v.attempts',
    'v.problem',
    'v.last_at as at',
    'd.number',
    'c.number as customerNumber',
    'c.name as customerName',
  ]);

/** What did not arrive, the latest first. */
export async function troubledDeliveries(tx: Transaction, limit: number) {
  return tx.all(
    copies
      .where('v.state', 'in', ['failed', 'returned'])
      .orderBy('v.last_at', 'desc')
      .orderBy('v.id', 'desc')
      .limit(limit),
  );
}

/** The copies of a document, to an address, or of a firm, the newest first; by the whole of its number or address. */
export async function foundDeliveries(tx: Transaction, search: string, limit: number) {
  const number = search.toUpperCase();
  return tx.all(
    copies
      .where((eb) =>
        eb.or([
          eb(
            'v.document_id',
            'in',
            eb.selectFrom('document').select('id').where('number', 'in', [search, number]),
          ),
          eb('v.customer_id', 'in', eb.selectFrom('customer').select('id').where('number', '=', number)),
          eb(sql<string>`lower(v.address)`, '=', search.toLowerCase()),
        ]),
      )
      .orderBy('v.id', 'desc')
      .limit(limit),
  );
}

export type DeskDelivery = Awaited<ReturnType<typeof troubledDeliveries>>[number];
