import { query, type Transaction } from '../../platform/db/database.ts';

/** The app of a person: its sealed secret, and the one that waits for its first right code. */
export interface StoredTotp {
  readonly secret: Buffer | null;
  readonly activatedAt: Temporal.Instant | null;
  readonly pending: Buffer | null;
  readonly pendingAt: Temporal.Instant | null;
}

/** The app of the person of the transaction. */
export function findTotp(tx: Transaction, personId: number): Promise<StoredTotp | undefined> {
  return tx.first(
    query
      .selectFrom('totp')
      .select(['secret', 'activated_at as activatedAt', 'pending', 'pending_at as pendingAt'])
      .where('person_id', '=', personId),
  );
}

/** Keeps a secret until its first right code comes; one that waits already gives way. */
export async function keepPending(
  tx: Transaction,
  totp: { personId: number; pending: Buffer; at: Temporal.Instant },
): Promise<void> {
  const waiting = { pending: totp.pending, pending_at: totp.at };
  await tx.all(
    query
      .insertInto('totp')
      .values({ person_id: totp.personId, ...waiting })
      .onConflict((conflict) => conflict.column('person_id').doUpdateSet(waiting)),
  );
}

/** The secret that waits becomes the one that counts; false when it has been replaced meanwhile. */
export async function activatePending(
  tx: Transaction,
  totp: { personId: number; pending: Buffer; step: number; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('totp')
      .set({
        secret: totp.pending,
        activated_at: totp.at,
        last_step: totp.step,
        pending: null,
        pending_at: null,
      })
      .where('person_id', '=', totp.personId)
      .where('pending', '=', totp.pending)
      .returning('person_id'),
  );
  return rows.length === 1;
}

/** Uses the code of a time step up; false when it, or a later one, has been used. */
export async function takeStep(tx: Transaction, personId: number, step: number): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('totp')
      .set({ last_step: step })
      .where('person_id', '=', personId)
      .where('last_step', '<', step)
      .returning('person_id'),
  );
  return rows.length === 1;
}

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
