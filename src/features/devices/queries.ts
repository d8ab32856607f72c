import { query, type Transaction } from '../../platform/db/database.ts';

/** A browser that the person trusts, as it described itself then. */
export interface TrustedDevice {
  readonly id: number;
  readonly userAgent: string;
  readonly network: string;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
}

/** The devices that the person of the transaction trusts, the one used last comes first. */
export function trustedDevices(
  tx: Transaction,
  personId: number,
  at: Temporal.Instant,
): Promise<TrustedDevice[]> {
  return tx.all(
    query
      .selectFrom('trusted_device')
      .select([
        'id',
        'user_agent as userAgent',
        'network',
        'created_at as createdAt',
        'last_used_at as lastUsedAt',
        'ends_at as endsAt',
      ])
      .where('person_id', '=', personId)
      .where('ends_at', '>', at)
      .orderBy('last_used_at', 'desc')
      .orderBy('id', 'desc'),
  );
}

export async function insertDevice(
  tx: Transaction,
  device: {
    token_hash: Buffer;
    person_id: number;
    user_agent: string;
    network: string;
    created_at: Temporal.Instant;
    ends_at: Temporal.Instant;
  },
): Promise<void> {
  await tx.all(query.insertInto('trusted_device').values({ ...device, last_used_at: device.created_at }));
}

/** Ends the trust in one device of the person; what it was, or undefined. */
export function deleteDevice(
  tx: Transaction,
  personId: number,
  id: number,
): Promise<{ user_agent: string; network: string } | undefined> {
  return tx.first(
    query
      .deleteFrom('trusted_device')
      .where('person_id', '=', personId)
      .where('id', '=', id)
      .returning(['user_agent', 'network']),
  );
}

export async function deleteEndedDevices(
  tx: Transaction,
  personId: number,
  at: Temporal.Instant,
): Promise<void> {
  await tx.all(
    query.deleteFrom('trusted_device').where('person_id', '=', personId).where('ends_at', '<=', at),
  );
}

/** Which of the person's devices has this token. */
export async function deviceWithToken(
  tx: Transaction,
  personId: number,
  hash: Buffer,
  at: Temporal.Instant,
): Promise<number | undefined> {
  const [row] = await tx.sql<{ id: number | null }>('select trusted_device_id($1, $2, $3) as id', [
    personId,
    hash,
    at,
  ]);
  return row?.id ?? undefined;
}

/** Everybody who trusts the browser goes on doing so under its new token. */
export async function renewDeviceToken(tx: Transaction, old: Buffer, renewed: Buffer): Promise<void> {
  await tx.sql('select renew_device_token($1, $2)', [old, renewed]);
}
