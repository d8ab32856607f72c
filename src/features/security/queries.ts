import { query, type Transaction } from '../../platform/db/database.ts';

/** A session as its owner sees it. */
export interface SessionOfPerson {
  readonly id: number;
  readonly customerId: number;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant;
  readonly network: string;
  readonly userAgent: string;
}

/** The sessions of the person of the transaction that are still good, the one used last comes first. */
export function sessionsOf(
  tx: Transaction,
  personId: number,
  alive: { readonly now: Temporal.Instant; readonly usedSince: Temporal.Instant },
): Promise<SessionOfPerson[]> {
  return tx.all(
    query
      .selectFrom('session')
      .select([
        'id',
        'customer_id as customerId',
        'created_at as createdAt',
        'last_used_at as lastUsedAt',
        'network',
        'user_agent as userAgent',
      ])
      .where('person_id', '=', personId)
      .where('stage', '=', 'full')
      .where('ends_at', '>', alive.now)
      .where('last_used_at', '>=', alive.usedSince)
      .orderBy('last_used_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

/** Ends a session of the person of the transaction; what it was, or undefined. */
export function deleteSession(
  tx: Transaction,
  personId: number,
  id: number,
): Promise<{ network: string; user_agent: string } | undefined> {
  return tx.first(
    query
      .deleteFrom('session')
      .where('person_id', '=', personId)
      .where('id', '=', id)
      .returning(['network', 'user_agent']),
  );
}

/** Whether the firm asks for a second factor; locks the answer for the rest of the transaction. */
export async function lockRequirement(tx: Transaction, customerId: number): Promise<boolean> {
  const row = await tx.first(
    query.selectFrom('customer').select('requires_second_factor').where('id', '=', customerId).forUpdate(),
  );
  return row?.requires_second_factor ?? false;
}

export async function setRequirement(
  tx: Transaction,
  customerId: number,
  isRequired: boolean,
): Promise<void> {
  await tx.all(
    query.updateTable('customer').set({ requires_second_factor: isRequired }).where('id', '=', customerId),
  );
}

/** How many people act for the firm of the transaction, and who of them has no second factor yet. */
export async function coverage(
  tx: Transaction,
): Promise<{ people: number; without: { name: string; email: string }[] }> {
  const members = await tx.all(
    query
      .selectFrom('membership')
      .innerJoin('person', 'person.id', 'membership.person_id')
      .select(['person.id', 'person.name', 'person.email'])
      .where('membership.is_active', '=', true)
      .orderBy('person.name'),
  );
  const rows = await tx.sql<{ person_id: number }>('select person_id from people_with_second_factor()');
  const covered = new Set(rows.map(({ person_id }) => person_id));
  return { people: members.length, without: members.filter(({ id }) => !covered.has(id)) };
}
