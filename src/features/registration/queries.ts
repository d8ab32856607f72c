import { sql } from 'kysely';
import { knownRights, type Right } from '../../domain/rights.ts';
import type { Customer } from '../../platform/context.ts';
import { type Database, query, type Transaction } from '../../platform/db/database.ts';
import type { Language } from '../../platform/i18n/index.ts';
import type { RegistrationFacts } from './rules.ts';

type State = 'received' | 'waiting' | 'join' | 'confirming' | 'completed' | 'declined';
type Via = 'contact' | 'code' | 'desk' | 'colleague';

const ownCustomer = sql<number>`(select app_customer_id())`;

/** Takes a registration down, whether its number exists or not. */
export async function receiveRegistration(
  tx: Transaction,
  received: {
    customerNumber: string;
    email: string;
    name: string;
    language: Language;
    passwordHash: string;
    codeHash: Buffer | undefined;
    at: Temporal.Instant;
  },
): Promise<number> {
  const [row] = await tx.sql<{ id: number }>(
    'select receive_registration($1, $2, $3, $4, $5, $6, $7) as id',
    [
      received.customerNumber,
      received.email,
      received.name,
      received.language,
      received.passwordHash,
      received.codeHash ?? null,
      received.at,
    ],
  );
  if (!row) throw new Error('the registration was not written');
  return row.id;
}

/** A registration as its decision and its letters need it. */
export interface Registration {
  readonly state: State;
  readonly customerNumber: string;
  /** Undefined: the number belongs to nobody. */
  readonly customer: Customer | undefined;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly expiresAt: Temporal.Instant | undefined;
  readonly facts: RegistrationFacts;
}

export async function findRegistration(
  tx: Pick<Transaction, 'sql'>,
  id: number,
  at: Temporal.Instant,
): Promise<Registration | undefined> {
  const [row] = await tx.sql<{
    state: State;
    customer_id: number | null;
    customer_number: string;
    customer_name: string | null;
    email: string;
    name: string;
    language: Language;
    expires_at: Temporal.Instant | null;
    is_registered: boolean;
    is_member: boolean;
    is_contact: boolean;
    has_code: boolean;
  }>('select * from registration_facts($1, $2)', [id, at]);
  if (!row) return undefined;
  const { customer_id, customer_number, customer_name } = row;
  return {
    state: row.state,
    customerNumber: customer_number,
    customer:
      customer_id === null
        ? undefined
        : { id: customer_id, number: customer_number, name: customer_name ?? '' },
    email: row.email,
    name: row.name,
    language: row.language,
    expiresAt: row.expires_at ?? undefined,
    facts: {
      isKnown: customer_id !== null,
      isRegistered: row.is_registered,
      isMember: row.is_member,
      isContact: row.is_contact,
      hasCode: row.has_code,
    },
  };
}

/** Writes a decision down; false when there is one. */
export async function settleRegistration(
  tx: Transaction,
  id: number,
  decided: { state: State; via?: Via; expiresAt?: Temporal.Instant },
): Promise<boolean> {
  const [row] = await tx.sql<{ settled: boolean }>('select settle_registration($1, $2, $3, $4) as settled', [
    id,
    decided.state,
    decided.via ?? null,
    decided.expiresAt ?? null,
  ]);
  return row?.settled ?? false;
}

/** Keeps the hash of the link that the letter will carry; false when there is nothing to confirm any more. */
export async function setConfirmationToken(db: Database, id: number, hash: Buffer): Promise<boolean> {
  const [row] = await db.sql<{ set: boolean }>('select set_registration_token($1, $2) as set', [id, hash]);
  return row?.set ?? false;
}

/** What somebody with the link may know, and what their password is compared with. */
export interface Confirmation {
  readonly id: number;
  readonly customer: Customer;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly via: Via;
  readonly rights: readonly Right[];
  /** The e-mail belongs to an account: its password counts, not the one that was typed at the registration. */
  readonly hasAccount: boolean;
  readonly passwordHash: string | undefined;
}

export async function findConfirmation(
  db: Database,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<Confirmation | undefined> {
  const [row] = await db.sql<{
    request_id: number;
    customer_id: number;
    customer_number: string;
    customer_name: string;
    email: string;
    name: string;
    language: Language;
    via: Via;
    rights: string[];
    has_account: boolean;
    password_hash: string | null;
  }>('select * from registration_for_token($1, $2)', [hash, at]);
  return (
    row && {
      id: row.request_id,
      customer: { id: row.customer_id, number: row.customer_number, name: row.customer_name },
      email: row.email,
      name: row.name,
      language: row.language,
      via: row.via,
      rights: knownRights(row.rights),
      hasAccount: row.has_account,
      passwordHash: row.password_hash ?? undefined,
    }
  );
}

/** Lets the person in, once; `taken` when somebody else has registered the number meanwhile. */
export async function completeRegistration(
  tx: Transaction,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<{ outcome: 'completed' | 'taken' | 'gone'; personId: number | undefined }> {
  const [row] = await tx.sql<{ outcome: 'completed' | 'taken' | 'gone'; person_id: number | null }>(
    'select outcome, person_id from complete_registration($1, $2)',
    [hash, at],
  );
  return { outcome: row?.outcome ?? 'gone', personId: row?.person_id ?? undefined };
}

/** Somebody who registered for a number that is registered, and waits for an administrator's answer. */
export interface JoinRequest {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly createdAt: Temporal.Instant;
}

const joins = query
  .selectFrom('registration_request')
  .select(['id', 'email', 'name', 'language', 'created_at as createdAt'])
  .where('customer_id', '=', ownCustomer)
  .where('state', '=', 'join');

/** The open join requests of the firm of the transaction, the oldest first. */
export async function openJoinRequests(tx: Transaction): Promise<JoinRequest[]> {
  return tx.all(joins.orderBy('id'));
}

export async function findJoinRequest(tx: Transaction, id: number): Promise<JoinRequest | undefined> {
  return tx.first(joins.where('id', '=', id));
}

/** The request, locked until the end of the transaction. */
export async function lockJoinRequest(tx: Transaction, id: number): Promise<JoinRequest | undefined> {
  return tx.first(joins.where('id', '=', id).forNoKeyUpdate());
}

export async function acceptJoin(
  tx: Transaction,
  id: number,
  accepted: { rights: readonly Right[]; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .updateTable('registration_request')
      .set({
        state: 'confirming',
        via: 'colleague',
        rights: [...accepted.rights],
        expires_at: accepted.expiresAt,
      })
      .where('id', '=', id),
  );
}

export async function declineOpenRequest(tx: Transaction, id: number): Promise<void> {
  await tx.all(
    query
      .updateTable('registration_request')
      .set({ state: 'declined', password_hash: null })
      .where('id', '=', id),
  );
}

/**
 * The firm is registered now: whoever still waits for the desk asks its administrators instead.
 * @returns the ids of those requests
 */
export async function turnWaitingIntoJoins(tx: Transaction): Promise<number[]> {
  const rows = await tx.all(
    query
      .updateTable('registration_request')
      .set({ state: 'join' })
      .where('customer_id', '=', ownCustomer)
      .where('state', '=', 'waiting')
      .returning('id'),
  );
  return rows.map(({ id }) => id);
}

/** Whom letters about join requests go to. */
export async function peopleWhoInvite(
  tx: Transaction,
): Promise<{ id: number; name: string; email: string; language: Language }[]> {
  return tx.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select(['p.id', 'p.name', 'p.email', 'p.language'])
      .where('m.customer_id', '=', ownCustomer)
      .where('m.is_active', '=', true)
      .where('m.is_admin', '=', true)
      .orderBy('p.id'),
  );
}
