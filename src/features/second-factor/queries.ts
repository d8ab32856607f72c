import { query, type Transaction } from '../../platform/db/database.ts';

/** An app: its sealed secret, and the one that waits for its first right code. */
export interface StoredTotp extends Record<string, unknown> {
  readonly secret: Buffer | null;
  readonly activatedAt: Temporal.Instant | null;
  /** The last time step whose code was used. */
  readonly lastStep: number;
  readonly pending: Buffer | null;
  readonly pendingAt: Temporal.Instant | null;
}

/** Where apps are kept: those of customers' people, those of staff. Names of this program. */
export type TotpTable =
  | { readonly table: 'totp'; readonly key: 'person_id' }
  | { readonly table: 'staff_totp'; readonly key: 'staff_id' };

/** The statements about apps, for each table the same; `owner` is whose transaction it is. */
export const totpQueries = ({ table, key }: TotpTable) => ({
  async findTotp(tx: Transaction, owner: number): Promise<StoredTotp | undefined> {
    const [row] = await tx.sql<StoredTotp>(
      `select secret, activated_at as "activatedAt", last_step as "lastStep", pending, pending_at as "pendingAt"
       from ${table} where ${key} = $1`,
      [owner],
    );
    return row;
  },

  /** Keeps a secret until its first right code comes; one that waits already gives way. */
  async keepPending(
    tx: Transaction,
    totp: { readonly owner: number; readonly pending: Buffer; readonly at: Temporal.Instant },
  ): Promise<void> {
    await tx.sql(
      `insert into ${table} (${key}, pending, pending_at) values ($1, $2, $3)
       on conflict (${key}) do update set pending = excluded.pending, pending_at = excluded.pending_at`,
      [totp.owner, totp.pending, totp.at],
    );
  },

  /** The secret that waits becomes the one that counts; false when it has been replaced meanwhile. */
  async activatePending(
    tx: Transaction,
    totp: {
      readonly owner: number;
      readonly pending: Buffer;
      readonly step: number;
      readonly at: Temporal.Instant;
    },
  ): Promise<boolean> {
    const rows = await tx.sql(
      `update ${table} set secret = pending, activated_at = $4, last_step = $3, pending = null, pending_at = null
       where ${key} = $1 and pending = $2 returning ${key}`,
      [totp.owner, totp.pending, totp.step, totp.at],
    );
    return rows.length === 1;
  },

  /** Uses the code of a time step up; false when it, or a later one, has been used. */
  async takeStep(tx: Transaction, owner: number, step: number): Promise<boolean> {
    const rows = await tx.sql(
      `update ${table} set last_step = $2 where ${key} = $1 and last_step < $2 returning ${key}`,
      [owner, step],
    );
    return rows.length === 1;
  },
});

export const { findTotp, keepPending, activatePending, takeStep } = totpQueries({
  table: 'totp',
  key: 'person_id',
});

/** Takes the app away; when it was set up, or undefined when there was none. */
export async function deleteTotp(tx: Transaction, personId: number): Promise<Temporal.Instant | undefined> {
  const row = await tx.first(
    query
      .deleteFrom('totp')
      .where('person_id', '=', personId)
      .where('secret', 'is not', null)
      .returning('activated_at'),
  );
  return row?.activated_at ?? undefined;
}
