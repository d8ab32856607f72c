import { query, type Transaction } from '../../platform/db/database.ts';

/** A registration that the desk has to answer. */
export interface WaitingRegistration {
  readonly id: number;
  readonly customerNumber: string;
  /** Null: the number belongs to nobody, so it can only be declined. */
  readonly customerId: number | null;
  readonly customerName: string | null;
  readonly email: string;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
}

const waiting = query
  .selectFrom('registration_request as r')
  .leftJoin('customer as c', 'c.id', 'r.customer_id')
  .select([
    'r.id',
    'r.customer_number as customerNumber',
    'c.id as customerId',
    'c.name as customerName',
    'r.email',
    'r.name',
    'r.created_at as createdAt',
  ])
  .where('r.state', '=', 'waiting');

/** Everything that waits for the desk, the oldest first; by the desk. */
export async function waitingRegistrations(tx: Transaction): Promise<WaitingRegistration[]> {
  return tx.all(waiting.orderBy('r.id'));
}

/** The registration, locked until the end of the transaction. */
export async function lockWaiting(tx: Transaction, id: number): Promise<WaitingRegistration | undefined> {
  return tx.first(waiting.where('r.id', '=', id).forNoKeyUpdate('r'));
}

/** Whether somebody acts for the firm already. */
export async function isRegistered(tx: Transaction, customerId: number): Promise<boolean> {
  const row = await tx.first(
    query.selectFrom('membership').select('person_id').where('customer_id', '=', customerId).limit(1),
  );
  return row !== undefined;
}

export async function approveWaiting(
  tx: Transaction,
  id: number,
  expiresAt: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query
      .updateTable('registration_request')
      .set({ state: 'confirming', via: 'desk', expires_at: expiresAt })
      .where('id', '=', id),
  );
}

/** The firm behind a number. */
export async function customerByNumber(
  tx: Transaction,
  number: string,
): Promise<{ id: number; number: string; name: string } | undefined> {
  return tx.first(query.selectFrom('customer').select(['id', 'number', 'name']).where('number', '=', number));
}

/** A new activation code of a firm replaces the one before it. */
export async function storeActivationCode(
  tx: Transaction,
  code: {
    customerId: number;
    hash: Buffer;
    issuedBy: string;
    at: Temporal.Instant;
    expiresAt: Temporal.Instant;
  },
): Promise<void> {
  const values = {
    code_hash: code.hash,
    issued_by: code.issuedBy,
    issued_at: code.at,
    expires_at: code.expiresAt,
    used_at: null,
  };
  await tx.all(
    query
      .insertInto('activation_code')
      .values({ customer_id: code.customerId, ...values })
      .onConflict((conflict) => conflict.column('customer_id').doUpdateSet(values)),
  );
}
