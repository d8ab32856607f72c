import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import { codeQueries } from '../../recovery-codes/index.ts';
import { totpQueries } from '../../second-factor/index.ts';

/** What a sign-in at the desk is compared with. */
export interface StaffCandidate {
  readonly staffId: number;
  readonly name: string;
  readonly language: Language;
  readonly passwordHash: string | null;
  /** Of a one-time password that is neither used nor expired. */
  readonly oneTimeHash: Buffer | null;
  readonly hasTotp: boolean;
}

/** The account behind an e-mail; undefined when there is none, or it is closed. */
export async function findStaffCandidate(
  tx: Transaction,
  email: string,
  now: Temporal.Instant,
): Promise<StaffCandidate | undefined> {
  const [row] = await tx.sql<{
    staff_id: number;
    name: string;
    language: Language;
    password_hash: string | null;
    one_time_hash: Buffer | null;
    has_totp: boolean;
  }>('select * from staff_sign_in_candidate($1, $2)', [email, now]);
  return (
    row && {
      staffId: row.staff_id,
      name: row.name,
      language: row.language,
      passwordHash: row.password_hash,
      oneTimeHash: row.one_time_hash,
      hasTotp: row.has_totp,
    }
  );
}

/** Uses a one-time password up; false when it has been used meanwhile or has expired. */
export async function takeStaffOneTimePassword(
  tx: Transaction,
  taken: { staffId: number; hash: Buffer; now: Temporal.Instant },
): Promise<boolean> {
  const [row] = await tx.sql<{ taken: boolean }>('select use_staff_one_time_password($1, $2, $3) as taken', [
    taken.staffId,
    taken.hash,
    taken.now,
  ]);
  return row?.taken ?? false;
}

/** Sets the password of the staff of the transaction, and ends every session of theirs. */
export async function storeStaffPassword(tx: Transaction, hash: string): Promise<void> {
  await tx.sql('select set_staff_password($1)', [hash]);
}

export async function rememberStaffSignIn(
  tx: Transaction,
  staffId: number,
  now: Temporal.Instant,
): Promise<void> {
  await tx.all(query.updateTable('staff_account').set({ last_sign_in_at: now }).where('id', '=', staffId));
}

export async function storeStaffLanguage(
  tx: Transaction,
  staffId: number,
  language: Language,
): Promise<void> {
  await tx.all(query.updateTable('staff_account').set({ language }).where('id', '=', staffId));
}

/** The app of the staff of the transaction. */
export const {
  findTotp: findStaffTotp,
  keepPending: keepStaffPending,
  activatePending: activateStaffPending,
  takeStep: takeStaffStep,
} = totpQueries({ table: 'staff_totp', key: 'staff_id' });

/** Their recovery codes. */
export const {
  replaceCodes: replaceStaffCodes,
  countCodes: countStaffCodes,
  findCode: findStaffCode,
  takeCode: takeStaffCode,
} = codeQueries({ table: 'staff_recovery_code', key: 'staff_id' });
