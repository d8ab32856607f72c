import { sql } from 'kysely';
import { knownRights, type Right } from '../../../domain/rights.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

const ownCustomer = sql<number>`(select app_customer_id())`;

/** What a member asks the administrators for. */
export interface MemberRequest {
  readonly id: number;
  readonly kind: 'right' | 'deletion';
  /** Undefined for a deletion, and for a right that the program no longer knows. */
  readonly right: Right | undefined;
  readonly createdAt: Temporal.Instant;
  /** Undefined while nobody has answered. */
  readonly isGranted: boolean | undefined;
  readonly person: {
    readonly id: number;
    readonly name: string;
    readonly email: string;
    readonly language: Language;
  };
}

const requests = query
  .selectFrom('member_request as r')
  .innerJoin('person as p', 'p.id', 'r.person_id')
  .select([
    'r.id',
    'r.kind',
    'r.right_name',
    'r.created_at',
    'r.is_granted',
    'p.id as personId',
    'p.name',
    'p.email',
    'p.language',
  ])
  .where('r.customer_id', '=', ownCustomer);

interface Row {
  id: number;
  kind: 'right' | 'deletion';
  right_name: string | null;
  created_at: Temporal.Instant;
  is_granted: boolean | null;
  personId: number;
  name: string;
  email: string;
  language: Language;
}

const read = (row: Row): MemberRequest => ({
  id: row.id,
  kind: row.kind,
  right: row.right_name === null ? undefined : knownRights([row.right_name])[0],
  createdAt: row.created_at,
  isGranted: row.is_granted ?? undefined,
  person: { id: row.personId, name: row.name, email: row.email, language: row.language },
});

/** What nobody has answered yet, the oldest first. */
export async function openRequests(tx: Transaction): Promise<MemberRequest[]> {
  return (await tx.all(requests.where('r.answered_at', 'is', null).orderBy('r.id'))).map(read);
}

export async function findRequest(tx: Transaction, id: number): Promise<MemberRequest | undefined> {
  const row = await tx.first(requests.where('r.id', '=', id));
  return row && read(row);
}

/** The request, locked until the end of the transaction. */
export async function lockRequest(tx: Transaction, id: number): Promise<MemberRequest | undefined> {
  const row = await tx.first(requests.where('r.id', '=', id).forNoKeyUpdate('r'));
  return row && read(row);
}

/** What this member waits for: the rights asked for, and whether they want to be deleted. */
export async function openRequestsOf(tx: Transaction, personId: number): Promise<MemberRequest[]> {
  const rows = await tx.all(requests.where('r.answered_at', 'is', null).where('r.person_id', '=', personId));
  return rows.map(read);
}

/** Writes a request; undefined when the same one is open. */
export async function insertRequest(
  tx: Transaction,
  request: { customerId: number; personId: number; right: Right | undefined; at: Temporal.Instant },
): Promise<number | undefined> {
  const row = await tx.first(
    query
      .insertInto('member_request')
      .values({
        customer_id: request.customerId,
        person_id: request.personId,
        kind: request.right ? 'right' : 'deletion',
        right_name: request.right ?? null,
        created_at: request.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id'),
  );
  return row?.id;
}

export async function setAnswer(
  tx: Transaction,
  id: number,
  answer: { isGranted: boolean; at: Temporal.Instant; by: number | undefined },
): Promise<void> {
  await tx.all(
    query
      .updateTable('member_request')
      .set({ is_granted: answer.isGranted, answered_at: answer.at, answered_by: answer.by ?? null })
      .where('id', '=', id),
  );
}
