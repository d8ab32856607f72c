import { query, type Transaction } from '../../../platform/db/database.ts';
import type { ContactValues } from './schemas.ts';

/** A contact person with the version that forms carry. */
export interface StoredContact {
  readonly id: number;
  readonly version: number;
  readonly values: ContactValues;
}

const COLUMNS = ['id', 'version', 'name', 'role', 'phone', 'email'] as const;

const stored = ({
  id,
  version,
  ...values
}: { id: number; version: number } & ContactValues): StoredContact => ({
  id,
  version,
  values,
});

export async function listContacts(tx: Transaction): Promise<StoredContact[]> {
  const rows = await tx.all(query.selectFrom('contact_person').select(COLUMNS).orderBy('name').orderBy('id'));
  return rows.map(stored);
}

/** One contact; `lock` keeps it as it is until the transaction ends. */
export async function findContact(
  tx: Transaction,
  id: number,
  lock?: 'lock',
): Promise<StoredContact | undefined> {
  const found = query.selectFrom('contact_person').select(COLUMNS).where('id', '=', id);
  const row = await tx.first(lock ? found.forUpdate() : found);
  return row && stored(row);
}

export async function countContacts(tx: Transaction): Promise<number> {
  const row = await tx.first(
    query.selectFrom('contact_person').select((eb) => eb.fn.countAll<number>().as('count')),
  );
  return row?.count ?? 0;
}

export async function insertContact(
  tx: Transaction,
  customerId: number,
  values: ContactValues,
): Promise<number> {
  const row = await tx.first(
    query
      .insertInto('contact_person')
      .values({ customer_id: customerId, ...values })
      .returning('id'),
  );
  if (!row) throw new Error('insert returned no contact');
  return row.id;
}

export async function updateContact(tx: Transaction, id: number, values: ContactValues): Promise<void> {
  await tx.all(
    query
      .updateTable('contact_person')
      .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
      .where('id', '=', id),
  );
}

export async function deleteContact(tx: Transaction, id: number): Promise<void> {
  await tx.all(query.deleteFrom('contact_person').where('id', '=', id));
}
