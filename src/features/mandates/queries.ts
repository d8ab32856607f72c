import type { Insertable, Selectable } from 'kysely';
import type { MandateEnd, MandateFacts } from '../../domain/mandates/index.ts';
import { query, type Transaction } from '../../platform/db/database.ts';
import type { Mandate as MandateTable } from '../../platform/db/tables.ts';

/** A mandate as it is stored: everything that was signed, the account number sealed. */
export type MandateRow = Selectable<MandateTable>;

/** What the rules of the trade ask about it. */
export const factsOf = (row: MandateRow): MandateFacts => ({
  givenAt: row.given_at,
  lastUsedAt: row.last_used_at ?? undefined,
  ended: row.ended_at && row.ended_how ? { at: row.ended_at, how: row.ended_how } : undefined,
});

/** Neither revoked nor replaced; it may have lapsed. */
export const isInForce = (row: MandateRow): boolean => row.ended_at === null;

/** The firm's mandates, the newest first. */
export async function latestMandates(tx: Transaction, limit: number): Promise<MandateRow[]> {
  return tx.all(query.selectFrom('mandate').selectAll().orderBy('running_number', 'desc').limit(limit));
}

export async function findMandate(tx: Transaction, reference: string): Promise<MandateRow | undefined> {
  return tx.first(query.selectFrom('mandate').selectAll().where('reference', '=', reference));
}

/** The mandate with the changes of others kept out until the transaction ends. */
export async function lockMandate(tx: Transaction, reference: string): Promise<MandateRow | undefined> {
  return tx.first(query.selectFrom('mandate').selectAll().where('reference', '=', reference).forUpdate());
}

/** The mandate that has not been ended; somebody who changes it at the same time waits. */
export async function lockInForce(tx: Transaction): Promise<MandateRow | undefined> {
  return tx.first(query.selectFrom('mandate').selectAll().where('ended_at', 'is', null).forUpdate());
}

/** What this form led to when it was sent before. */
export async function findSubmitted(tx: Transaction, key: string) {
  return tx.first(
    query.selectFrom('mandate').select(['reference', 'submission_hash']).where('submission_key', '=', key),
  );
}

/** The running number of the firm's last mandate; 0 before the first. */
export async function lastNumber(tx: Transaction): Promise<number> {
  const row = await tx.first(
    query.selectFrom('mandate').select((eb) => eb.fn.max('running_number').as('last')),
  );
  return Number(row?.last ?? 0);
}

export async function insertMandate(tx: Transaction, mandate: Insertable<MandateTable>): Promise<void> {
  await tx.all(query.insertInto('mandate').values(mandate));
}

export async function endMandate(
  tx: Transaction,
  id: number,
  end: { at: Temporal.Instant; how: MandateEnd },
): Promise<void> {
  await tx.all(
    query.updateTable('mandate').set({ ended_at: end.at, ended_how: end.how }).where('id', '=', id),
  );
}

/** Where the firm's bills go by default: what the form is filled in with. */
export async function billingAddress(tx: Transaction) {
  return tx.first(
    query
      .selectFrom('address')
      .select(['recipient', 'street', 'postcode', 'city'])
      .where('is_billing', '=', true)
      .where('archived_at', 'is', null)
      .orderBy('is_default_billing', 'desc')
      .orderBy('id')
      .limit(1),
  );
}

/** The person, unless they have left, and the firm's main contact; each once. */
export async function letterRecipients(tx: Transaction, personId: number | null) {
  return tx.all(
    query
      .selectFrom('person as p')
      .innerJoin('membership as m', 'm.person_id', 'p.id')
      .select(['p.id', 'p.name', 'p.email', 'p.language'])
      .where('m.is_active', '=', true)
      .where((eb) => eb.or([eb('m.is_main_contact', '=', true), eb('p.id', '=', personId)]))
      .orderBy('p.id'),
  );
}

/** What the firm is called, and the person, unless they have left. */
export async function namesFor(tx: Transaction, personId: number | null) {
  const customer = await tx.first(query.selectFrom('customer').select('name'));
  const person = await tx.first(query.selectFrom('person').select('name').where('id', '=', personId));
  return { customer: customer?.name ?? '', person: person?.name };
}
