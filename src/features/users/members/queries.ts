import { sql } from 'kysely';
import type { Grants, Right } from '../../../domain/rights.ts';
import { knownRights } from '../../../domain/rights.ts';
import type { Customer } from '../../../platform/context.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

/** Somebody who acts for the firm, or did until they were deactivated. */
export interface Member extends Grants {
  readonly personId: number;
  readonly name: string;
  readonly email: string;
  readonly language: Language;
  readonly isMainContact: boolean;
  readonly isActive: boolean;
  /** All orders of the member wait for approval. */
  readonly needsApproval: boolean;
  readonly lastSignInAt: Temporal.Instant | null;
}

// Said here too, and not only by the policies: the carrier's own connection is not bound by them.
const ownCustomer = sql<number>`(select app_customer_id())`;

const members = query
  .selectFrom('membership as m')
  .innerJoin('person as p', 'p.id', 'm.person_id')
  .select([
    'p.id as personId',
    'p.name',
    'p.email',
    'p.language',
    'm.is_admin as isAdmin',
    'm.rights',
    'm.is_main_contact as isMainContact',
    'm.is_active as isActive',
    'm.orders_need_approval as needsApproval',
    'm.last_sign_in_at as lastSignInAt',
  ])
  .where('m.customer_id', '=', ownCustomer);

const read = <Row extends { rights: string[] }>(row: Row) => ({ ...row, rights: knownRights(row.rights) });

/** The firm of the transaction. */
export async function ownFirm(tx: Transaction): Promise<Customer | undefined> {
  return tx.first(
    query.selectFrom('customer').select(['id', 'number', 'name']).where('id', '=', ownCustomer),
  );
}

/** Everybody of the firm of the transaction, by name. */
export async function listMembers(tx: Transaction): Promise<Member[]> {
  return (await tx.all(members.orderBy('p.name').orderBy('p.id'))).map(read);
}

export async function findMember(tx: Transaction, personId: number): Promise<Member | undefined> {
  const row = await tx.first(members.where('p.id', '=', personId));
  return row && read(row);
}

/** Whom letters about users go to, and whom a refused page names. */
export async function activeAdmins(tx: Transaction): Promise<Member[]> {
  const rows = await tx.all(
    members.where('m.is_admin', '=', true).where('m.is_active', '=', true).orderBy('p.name').orderBy('p.id'),
  );
  return rows.map(read);
}

/** Everybody who may sign in. */
export async function activeMembers(tx: Transaction): Promise<Member[]> {
  return (await tx.all(members.where('m.is_active', '=', true).orderBy('p.id'))).map(read);
}

/** Which of these e-mails (in lower case) belong to members. */
export async function memberEmails(tx: Transaction, emails: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .select((eb) => eb.fn<string>('lower', ['p.email']).as('email'))
      .where('m.customer_id', '=', ownCustomer)
      .where((eb) => eb.fn<string>('lower', ['p.email']), 'in', emails),
  );
  return new Set(rows.map(({ email }) => email));
}

/**
 * Locks the administrators of the firm, so that two changes that could leave it without one take turns.
 * @returns the ids of those who are active
 */
export async function lockAdmins(tx: Transaction): Promise<number[]> {
  const rows = await tx.all(
    query
      .selectFrom('membership')
      .select('person_id')
      .where('customer_id', '=', ownCustomer)
      .where('is_admin', '=', true)
      .where('is_active', '=', true)
      .orderBy('person_id')
      .forNoKeyUpdate(),
  );
  return rows.map(({ person_id }) => person_id);
}

/** The member, locked until the end of the transaction. */
export async function lockMember(tx: Transaction, personId: number): Promise<Member | undefined> {
  const row = await tx.first(members.where('p.id', '=', personId).forNoKeyUpdate('m'));
  return row && read(row);
}

export async function setGrants(
  tx: Transaction,
  personId: number,
  grants: { isAdmin: boolean; rights: readonly Right[] },
): Promise<void> {
  await tx.all(
    query
      .updateTable('membership')
      .set({ is_admin: grants.isAdmin, rights: [...grants.rights] })
      .where('customer_id', '=', ownCustomer)
      .where('person_id', '=', personId),
  );
}

export async function setActive(tx: Transaction, personId: number, isActive: boolean): Promise<void> {
  await tx.all(
    query
      .updateTable('membership')
      .set({ is_active: isActive })
      .where('customer_id', '=', ownCustomer)
      .where('person_id', '=', personId),
  );
}

export async function setNeedsApproval(
  tx: Transaction,
  personId: number,
  needsApproval: boolean,
): Promise<void> {
  await tx.all(
    query
      .updateTable('membership')
      .set({ orders_need_approval: needsApproval })
      .where('customer_id', '=', ownCustomer)
      .where('person_id', '=', personId),
  );
}

/** Makes this member the main contact in place of whoever it was. */
export async function setMainContact(tx: Transaction, personId: number): Promise<void> {
  await tx.all(
    query
      .updateTable('membership')
      .set({ is_main_contact: false })
      .where('customer_id', '=', ownCustomer)
      .where('is_main_contact', '=', true)
      .where('person_id', '<>', personId),
  );
  await tx.all(
    query
      .updateTable('membership')
      .set({ is_main_contact: true })
      .where('customer_id', '=', ownCustomer)
      .where('person_id', '=', personId),
  );
}

/** Ends what the member has open for this firm; sessions for other firms go on. */
export async function endSessionsOf(tx: Transaction, personId: number): Promise<void> {
  await tx.sql('select end_member_sessions($1)', [personId]);
}

/** Takes the member out of the firm. Whoever acts for no other firm is forgotten; true when that was so. */
export async function removeMember(tx: Transaction, personId: number): Promise<boolean> {
  await tx.all(
    query.deleteFrom('membership').where('customer_id', '=', ownCustomer).where('person_id', '=', personId),
  );
  const [row] = await tx.sql<{ erased: boolean }>('select erase_person($1) as erased', [personId]);
  return row?.erased ?? false;
}
