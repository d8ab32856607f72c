import { knownRoles, type StaffRole } from '../../../domain/staff-roles.ts';
import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';

/** An account of the desk. */
export interface StaffAccount {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly StaffRole[];
  readonly isActive: boolean;
  readonly version: number;
  readonly lastSignInAt: Temporal.Instant | null;
}

const accounts = query
  .selectFrom('staff_account')
  .select([
    'id',
    'email',
    'name',
    'language',
    'roles',
    'is_active as isActive',
    'version',
    'last_sign_in_at as lastSignInAt',
  ]);

const read = <Row extends { roles: string[]; language: string }>(row: Row) => ({
  ...row,
  language: row.language as Language,
  roles: knownRoles(row.roles),
});

/** Everybody, by name; whoever is closed comes last. */
export async function listStaff(tx: Transaction): Promise<StaffAccount[]> {
  const rows = await tx.all(accounts.orderBy('is_active', 'desc').orderBy('name').orderBy('id'));
  return rows.map(read);
}

export async function findStaff(tx: Transaction, id: number): Promise<StaffAccount | undefined> {
  const row = await tx.first(accounts.where('id', '=', id));
  return row && read(row);
}

export async function findStaffByEmail(tx: Transaction, email: string): Promise<StaffAccount | undefined> {
  const row = await tx.first(
    accounts.where((eb) => eb(eb.fn<string>('lower', ['email']), '=', email.toLowerCase())),
  );
  return row && read(row);
}

/** The active administrators, locked: nobody else changes who they are until the transaction ends. */
export async function lockStaffAdmins(tx: Transaction): Promise<readonly number[]> {
  const rows = await tx.all(
    query
      .selectFrom('staff_account')
      .select(['id', 'roles'])
      .where('is_active', '=', true)
      .orderBy('id')
      .forNoKeyUpdate(),
  );
  return rows.filter(({ roles }) => roles.includes('admin')).map(({ id }) => id);
}

export async function insertStaff(
  tx: Transaction,
  account: {
    email: string;
    name: string;
    language: Language;
    roles: readonly StaffRole[];
    at: Temporal.Instant;
  },
): Promise<number> {
  const row = await tx.first(
    query
      .insertInto('staff_account')
      .values({
        email: account.email,
        name: account.name,
        language: account.language,
        roles: [...account.roles],
        created_at: account.at,
      })
      .returning('id'),
  );
  if (!row) throw new Error('An account was not written');
  return row.id;
}

/** Writes changes down, whose version goes up by one. */
export async function updateStaff(
  tx: Transaction,
  id: number,
  changes: { name?: string; language?: Language; roles?: string[]; is_active?: boolean },
): Promise<void> {
  await tx.all(
    query
      .updateTable('staff_account')
      .set((eb) => ({ ...changes, version: eb('version', '+', 1) }))
      .where('id', '=', id),
  );
}

/** Keeps the hash of a one-time password in place of the one before it. */
export async function storeStaffOneTimePassword(
  tx: Transaction,
  stored: { staffId: number; hash: Buffer; now: Temporal.Instant; expiresAt: Temporal.Instant },
): Promise<void> {
  await tx.sql('select store_staff_one_time_password($1, $2, $3, $4)', [
    stored.staffId,
    stored.hash,
    stored.now,
    stored.expiresAt,
  ]);
}

/** Takes the second factor away and ends the sessions; whether there was one. */
export async function resetStaffFactor(tx: Transaction, staffId: number): Promise<boolean> {
  const [row] = await tx.sql<{ had: boolean }>('select reset_staff_second_factor($1) as had', [staffId]);
  return row?.had ?? false;
}

/** Who has a second factor. */
export async function staffWithSecondFactor(tx: Transaction): Promise<ReadonlySet<number>> {
  const rows = await tx.sql<{ staff_id: number }>('select staff_id from staff_with_second_factor()');
  return new Set(rows.map(({ staff_id }) => staff_id));
}
