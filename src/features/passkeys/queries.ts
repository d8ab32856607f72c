import { type Database, query, type Transaction } from '../../platform/db/database.ts';

/** A passkey as its owner sees it. */
export interface Passkey {
  readonly id: number;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly lastUsedAt: Temporal.Instant | null;
}

/** The passkeys of the person of the transaction, the oldest first. */
export function passkeysOf(tx: Transaction, personId: number): Promise<Passkey[]> {
  return tx.all(
    query
      .selectFrom('passkey')
      .select(['id', 'name', 'created_at as createdAt', 'last_used_at as lastUsedAt'])
      .where('person_id', '=', personId)
      .orderBy('id'),
  );
}

/** What a browser must know of the passkeys of the person of the transaction. */
export async function credentialsOf(
  tx: Transaction,
  personId: number,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await tx.all(
    query.selectFrom('passkey').select(['credential_id', 'transports']).where('person_id', '=', personId),
  );
  return rows.map((row) => ({ id: row.credential_id.toString('base64url'), transports: row.transports }));
}

/** A passkey as its signatures are checked with. */
export interface StoredPasskey {
  readonly id: number;
  readonly personId: number;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

/** The passkey behind a credential, whosever it is. */
export async function findPasskey(db: Database, credentialId: Buffer): Promise<StoredPasskey | undefined> {
  const [row] = await db.sql<{
    passkey_id: number;
    person_id: number;
    public_key: Buffer;
    counter: number;
    transports: string[];
  }>('select * from passkey_for_credential($1)', [credentialId]);
  return (
    row && {
      id: row.passkey_id,
      personId: row.person_id,
      publicKey: row.public_key,
      counter: row.counter,
      transports: row.transports,
    }
  );
}

export async function insertPasskey(
  tx: Transaction,
  passkey: {
    person_id: number;
    credential_id: Buffer;
    public_key: Buffer;
    counter: number;
    transports: string[];
    name: string;
    created_at: Temporal.Instant;
  },
): Promise<void> {
  await tx.all(query.insertInto('passkey').values(passkey));
}

/**
 * Notes that a passkey of the person of the transaction was used; false when it is gone, or another signature with
 * this count was here first (an authenticator that counts never counts twice the same).
 */
export async function countUse(
  tx: Transaction,
  use: { id: number; counter: number; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('passkey')
      .set({ counter: use.counter, last_used_at: use.at })
      .where('id', '=', use.id)
      .where((passkey) =>
        use.counter === 0 ? passkey('counter', '=', 0) : passkey('counter', '<', use.counter),
      )
      .returning('id'),
  );
  return rows.length === 1;
}

/** Removes a passkey of the person of the transaction; what it was called, or undefined. */
export async function deletePasskey(
  tx: Transaction,
  personId: number,
  id: number,
): Promise<string | undefined> {
  const row = await tx.first(
    query.deleteFrom('passkey').where('person_id', '=', personId).where('id', '=', id).returning('name'),
  );
  return row?.name;
}

export async function rememberSignIn(
  tx: Transaction,
  member: { customerId: number; personId: number; now: Temporal.Instant },
): Promise<void> {
  await tx.all(
    query
      .updateTable('membership')
      .set({ last_sign_in_at: member.now })
      .where('customer_id', '=', member.customerId)
      .where('person_id', '=', member.personId),
  );
}
