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

/** What did not arrive, over all firms, the latest first. */
export async function troubledDeliveries(tx: Transaction, limit: number) {
  return tx.all(
    query
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
      ])
      .where('v.state', 'in', ['failed', 'returned'])
      .orderBy('v.last_at', 'desc')
      .orderBy('v.id', 'desc')
      .limit(limit),
  );
}
export type TroubledDelivery = Awaited<ReturnType<typeof troubledDeliveries>>[number];
