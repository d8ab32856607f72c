import { type Database, query, type Transaction } from '../../platform/db/database.ts';
import type { Language } from '../../platform/i18n/index.ts';

/** What a sign-in is compared with. */
export interface Candidate {
  readonly personId: number;
  readonly customerId: number;
  readonly passwordHash: string;
  /** Of a one-time password that is neither used nor expired. */
  readonly oneTimeHash: Buffer | null;
}

/** The account behind number and e-mail; undefined when they do not belong together or it is not active. */
export async function findCandidate(
  db: Database,
  account: { customerNumber: string; email: string; now: Temporal.Instant },
): Promise<Candidate | undefined> {
  const [row] = await db.sql<{
    person_id: number;
    customer_id: number;
    password_hash: string;
    one_time_hash: Buffer | null;
  }>('select * from sign_in_candidate($1, $2, $3)', [account.customerNumber, account.email, account.now]);
  return (
    row && {
      personId: row.person_id,
      customerId: row.customer_id,
      passwordHash: row.password_hash,
      oneTimeHash: row.one_time_hash,
    }
  );
}

/** Uses a one-time password up; false when it has been used meanwhile or has expired. */
export async function takeOneTimePassword(
  tx: Transaction,
  taken: { personId: number; hash: Buffer; now: Temporal.Instant },
): Promise<boolean> {
  const [row] = await tx.sql<{ taken: boolean }>('select use_one_time_password($1, $2, $3) as taken', [
    taken.personId,
    taken.hash,
    taken.now,
  ]);
  return row?.taken ?? false;
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

/** A person as a letter or a page addresses them. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
}

/** Somebody who acts for the customer of the transaction. */
export async function findPerson(tx: Transaction, id: number): Promise<Person | undefined> {
  return tx.first(
    query.selectFrom('person').select(['id', 'name', 'email', 'language']).where('id', '=', id),
  );
}

/** Whoever has this e-mail, with the numbers that they act for; undefined when nobody does. */
export async function findPersonByEmail(
  db: Database,
  email: string,
): Promise<(Person & { readonly customerNumbers: readonly string[] }) | undefined> {
  const [row] = await db.sql<{
    person_id: number;
    name: string;
    email: string;
    language: Language;
    customer_numbers: string[];
  }>('select * from person_for_email($1)', [email]);
  return (
    row && {
      id: row.person_id,
      name: row.name,
      email: row.email,
      language: row.language,
      customerNumbers: row.customer_numbers,
    }
  );
}

/** Keeps the hash of a one-time password in place of the one before it. */
export async function storeOneTimePassword(
  db: Database,
  stored: { personId: number; hash: Buffer; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await db.sql('select store_one_time_password($1, $2, $3, $4)', [
    stored.personId,
    stored.hash,
    stored.now,
    stored.expiresAt,
  ]);
}

/** Sets the password, ends every session of the person and removes their one-time password. */
export async function storePassword(tx: Transaction, personId: number, passwordHash: string): Promise<void> {
  await tx.sql('select set_password($1, $2)', [personId, passwordHash]);
}
