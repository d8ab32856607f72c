import type { SessionStage } from '../../domain/sign-in-steps.ts';
import type { Database, Transaction } from '../db/database.ts';
import { query } from '../db/database.ts';

/** Everything a request must know about who sends it. */
export interface SessionRow {
  readonly session_id: number;
  readonly stage: SessionStage;
  readonly confirmed_at: Temporal.Instant;
  readonly person_id: number;
  readonly person_name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly customer_id: number;
  readonly customer_number: string;
  readonly customer_name: string;
  readonly is_admin: boolean;
  readonly rights: string[];
  readonly has_other_customers: boolean;
  /** Counted to a hundred. */
  readonly unread_notices: number;
  /** Orders of others that wait for this person's approval, counted to a hundred; 0 without the right. */
  readonly waiting_approvals: number;
}

export async function findSession(
  db: Database,
  hash: Buffer,
  at: Temporal.Instant,
  idleMinutes: number,
): Promise<SessionRow | undefined> {
  const [row] = await db.sql<SessionRow & Record<string, unknown>>(
    'select * from session_for_token($1, $2, make_interval(mins => $3))',
    [hash, at, idleMinutes],
  );
  return row;
}

export async function insertSession(
  tx: Transaction,
  session: {
    token_hash: Buffer;
    customer_id: number;
    person_id: number;
    stage: SessionStage;
    created_at: Temporal.Instant;
    ends_at: Temporal.Instant;
    confirmed_at: Temporal.Instant;
    has_second_factor: boolean;
    network: string;
    user_agent: string;
  },
): Promise<void> {
  await tx.all(query.insertInto('session').values({ ...session, last_used_at: session.created_at }));
}

/** Gives a session of the person of the transaction another token; false when it has ended meanwhile. */
export async function updateSession(
  tx: Transaction,
  id: number,
  changes: {
    token_hash: Buffer;
    confirmed_at: Temporal.Instant;
    stage?: SessionStage;
    ends_at?: Temporal.Instant;
    has_second_factor?: boolean;
  },
): Promise<boolean> {
  const rows = await tx.all(query.updateTable('session').set(changes).where('id', '=', id).returning('id'));
  return rows.length === 1;
}

/** How a session of the person of the transaction was proved, and until when it may last. */
export interface OwnSession {
  readonly confirmedAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly hasSecondFactor: boolean;
}

/** A session of the person of the transaction; undefined when it has ended. */
export function findOwnSession(tx: Transaction, id: number): Promise<OwnSession | undefined> {
  return tx.first(
    query
      .selectFrom('session')
      .select(['confirmed_at as confirmedAt', 'ends_at as endsAt', 'has_second_factor as hasSecondFactor'])
      .where('id', '=', id),
  );
}

/** Ends every session of the person of the transaction but this one; says how many those were. */
export async function deleteOtherSessions(tx: Transaction, personId: number, kept: number): Promise<number> {
  const rows = await tx.all(
    query.deleteFrom('session').where('person_id', '=', personId).where('id', '<>', kept).returning('id'),
  );
  return rows.length;
}

export async function deleteSession(db: Pick<Database, 'sql'>, hash: Buffer): Promise<void> {
  await db.sql('select end_session($1)', [hash]);
}

/** Whether the browser with this token is one that the person behind number and e-mail trusts. */
export async function isKnownDevice(
  db: Database,
  hash: Buffer,
  login: { customerNumber: string; email: string },
  at: Temporal.Instant,
): Promise<boolean> {
  const [row] = await db.sql<{ trusted: boolean }>('select is_trusted_device($1, $2, $3, $4) as trusted', [
    login.customerNumber,
    login.email,
    hash,
    at,
  ]);
  return row?.trusted ?? false;
}

/** What decides which step follows on a right password. */
export async function findSecondFactors(
  tx: Transaction,
  member: { personId: number; customerId: number },
  device: Buffer | undefined,
  at: Temporal.Instant,
): Promise<
  { hasTotp: boolean; hasPasskey: boolean; isRequired: boolean; isTrustedDevice: boolean } | undefined
> {
  const [row] = await tx.sql<{
    has_totp: boolean;
    has_passkey: boolean;
    is_required: boolean;
    is_trusted_device: boolean;
  }>('select * from second_factors($1, $2, $3, $4)', [
    member.personId,
    member.customerId,
    device ?? null,
    at,
  ]);
  return (
    row && {
      hasTotp: row.has_totp,
      hasPasskey: row.has_passkey,
      isRequired: row.is_required,
      isTrustedDevice: row.is_trusted_device,
    }
  );
}
