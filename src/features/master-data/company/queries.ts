import { query, type Transaction } from '../../../platform/db/database.ts';
import type { CompanyChange } from './schemas.ts';

const requests = query
  .selectFrom('company_change_request as r')
  .leftJoin('person as p', 'p.id', 'r.requested_by')
  .select([
    'r.id',
    'r.new_name as newName',
    'r.reason',
    'r.valid_from as validFrom',
    'r.requested_by as requestedBy',
    'r.requested_at as requestedAt',
    'r.answer',
    'r.answer_note as answerNote',
    'r.answered_at as answeredAt',
    'p.name as requestedByName',
  ]);

/** The firm's newest requests, the open one first if there is one. */
export async function latestRequests(tx: Transaction, limit: number) {
  return tx.all(requests.orderBy('r.id', 'desc').limit(limit));
}

export type CompanyRequest = Awaited<ReturnType<typeof latestRequests>>[number];

/** The request that waits for an answer, locked until the transaction ends. */
export async function lockOpenRequest(tx: Transaction) {
  return tx.first(
    query.selectFrom('company_change_request').selectAll().where('answer', 'is', null).forUpdate(),
  );
}

/** Undefined when another request waits already. */
export async function insertRequest(
  tx: Transaction,
  request: CompanyChange & {
    customerId: number;
    requestedBy: number | undefined;
    requestedAt: Temporal.Instant;
  },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('company_change_request')
      .values({
        customer_id: request.customerId,
        new_name: request.newName,
        reason: request.reason,
        valid_from: request.validFrom,
        requested_by: request.requestedBy ?? null,
        requested_at: request.requestedAt,
      })
      .onConflict((conflict) => conflict.column('customer_id').where('answer', 'is', null).doNothing())
      .returning('id'),
  );
  return row?.id;
}

export async function withdrawRequest(tx: Transaction, id: number, at: Temporal.Instant): Promise<void> {
  await tx.all(
    query
      .updateTable('company_change_request')
      .set({ answer: 'withdrawn', answered_at: at })
      .where('id', '=', id),
  );
}

/** One request with the firm and whoever asked; for the letters about it. */
export async function findRequest(tx: Transaction, id: number) {
  return tx.first(
    query
      .selectFrom('company_change_request as r')
      .innerJoin('customer as c', 'c.id', 'r.customer_id')
      .leftJoin('person as p', 'p.id', 'r.requested_by')
      .select([
        'c.number',
        'c.name as currentName',
        'r.new_name as newName',
        'r.reason',
        'r.valid_from as validFrom',
        'r.answer',
        'r.answer_note as answerNote',
        'p.name as personName',
        'p.email as personEmail',
        'p.language',
      ])
      .where('r.id', '=', id),
  );
}

/** Every request that waits, whichever firm's, the oldest first; by the desk. */
export async function openRequests(tx: Transaction) {
  return tx.all(
    query
      .selectFrom('company_change_request as r')
      .innerJoin('customer as c', 'c.id', 'r.customer_id')
      .leftJoin('person as p', 'p.id', 'r.requested_by')
      .select([
        'r.id',
        'c.number',
        'c.name as currentName',
        'r.new_name as newName',
        'r.reason',
        'r.valid_from as validFrom',
        'r.requested_at as requestedAt',
        'p.name as personName',
        'p.email as personEmail',
      ])
      .where('r.answer', 'is', null)
      .orderBy('r.id'),
  );
}

/** A request that waits and its firm, locked until the transaction ends; by the desk. */
export async function lockRequest(tx: Transaction, id: number) {
  return tx.first(
    query
      .selectFrom('company_change_request as r')
      .innerJoin('customer as c', 'c.id', 'r.customer_id')
      .select(['r.id', 'r.customer_id as customerId', 'r.new_name as newName', 'c.number', 'c.name'])
      .where('r.id', '=', id)
      .where('r.answer', 'is', null)
      .forUpdate(),
  );
}

/** By the desk: the role that serves customers can do neither. */
export async function answerRequest(
  tx: Transaction,
  request: { id: number; answer: 'accepted' | 'declined'; note: string; at: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .updateTable('company_change_request')
      .set({ answer: request.answer, answer_note: request.note, answered_at: request.at })
      .where('id', '=', request.id),
  );
}

export async function renameCustomer(tx: Transaction, customerId: number, name: string): Promise<void> {
  await tx.all(query.updateTable('customer').set({ name }).where('id', '=', customerId));
}
