import type { Database, Transaction } from '../db/database.ts';
import { query } from '../db/database.ts';

export type SessionStage = 'full' | 'new-password';

/** Everything a request must know about who sends it. */
export interface SessionRow {
  readonly stage: SessionStage;
  readonly person_id: number;
  readonly person_name: string;
  readonly email: string;
  readonly language: 'de' | 'en';
  readonly customer_id: number;
  readonly customer_number: string;
  readonly customer_name: string;
  readonly is_admin: boolean;
  readonly rights: string[];
}

export async function findSession(
  db: Database,
  hash: Buffer,
  at: Temporal.Instant,
  idleMinutes: number,
): Promise<SessionRow | undefined> {
  const [row] = await db.sql<SessionRow>('select * from session_for_token($1, $2, make_interval(mins => $3))', [
    hash,
    at,
    idleMinutes,
  ]);
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
    user_agent: string;
  },
): Promise<void> {
  await tx.all(query.insertInto('session').values({ ...session, last_used_at: session.created_at }));
}

export async function deleteSession(db: Pick<Database, 'sql'>, hash: Buffer): Promise<void> {
  await db.sql('select end_session($1)', [hash]);
}
