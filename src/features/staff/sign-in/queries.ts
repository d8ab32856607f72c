import { query, type Transaction } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/index.ts';
import type { StoredCode } from '../../recovery-codes/index.ts';

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
export function findStaffTotp(tx: Transaction, staffId: number) {
  return tx.first(
    query
      .selectFrom('staff_totp')
      .select([
        'secret',
        'activated_at as activatedAt',
        'last_step as lastStep',
        'pending',
        'pending_at as pendingAt',
      ])
      .where('staff_id', '=', staffId),
  );
}

/** Keeps a secret until its first right code comes; one that waits already gives way. */
export async function keepStaffPending(
  tx: Transaction,
  totp: { staffId: number; pending: Buffer; at: Temporal.Instant },
): Promise<void> {
  const waiting = { pending: totp.pending, pending_at: totp.at };
  await tx.all(
    query
      .insertInto('staff_totp')
      .values({ staff_id: totp.staffId, ...waiting })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(waiting)),
  );
}

/** The secret that waits becomes the one that counts; false when it has been replaced meanwhile. */
export async function activateStaffPending(
  tx: Transaction,
  totp: { staffId: number; pending: Buffer; step: number; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('staff_totp')
      .set({
        secret: totp.pending,
        activated_at: totp.at,
        last_step: totp.step,
        pending: null,
        pending_at: null,
      })
      .where('staff_id', '=', totp.staffId)
      .where('pending', '=', totp.pending)
      .returning('staff_id'),
  );
  return rows.length === 1;
}

/** Uses the code of a time step up; false when it, or a later one, has been used. */
export async function takeStaffStep(tx: Transaction, staffId: number, step: number): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('staff_totp')
      .set({ last_step: step })
      .where('staff_id', '=', staffId)
      .where('last_step', '<', step)
      .returning('staff_id'),
  );
  return rows.length === 1;
}

/** The recovery codes of the staff of the transaction give way to these. */
export async function replaceStaffCodes(
  tx: Transaction,
  staffId: number,
  codes: readonly StoredCode[],
): Promise<void> {
  await tx.all(query.deleteFrom('staff_recovery_code').where('staff_id', '=', staffId));
  await tx.all(
    query
      .insertInto('staff_recovery_code')
      .values(codes.map(({ selector, hash }) => ({ staff_id: staffId, selector, code_hash: hash }))),
  );
}

/** How many codes there are, and how many of them have not been used. */
export async function countStaffCodes(
  tx: Transaction,
  staffId: number,
): Promise<{ readonly all: number; readonly left: number }> {
  const codes = await tx.all(
    query.selectFrom('staff_recovery_code').select('used_at as usedAt').where('staff_id', '=', staffId),
  );
  return { all: codes.length, left: codes.filter(({ usedAt }) => usedAt === null).length };
}

/** The hash of an unused code. */
export async function findStaffCode(
  tx: Transaction,
  staffId: number,
  selector: string,
): Promise<string | undefined> {
  const row = await tx.first(
    query
      .selectFrom('staff_recovery_code')
      .select('code_hash')
      .where('staff_id', '=', staffId)
      .where('selector', '=', selector)
      .where('used_at', 'is', null),
  );
  return row?.code_hash;
}

/** Uses a code up; false when somebody else was first. */
export async function takeStaffCode(
  tx: Transaction,
  used: { staffId: number; selector: string; at: Temporal.Instant },
): Promise<boolean> {
  const rows = await tx.all(
    query
      .updateTable('staff_recovery_code')
      .set({ used_at: used.at })
      .where('staff_id', '=', used.staffId)
      .where('selector', '=', used.selector)
      .where('used_at', 'is', null)
      .returning('selector'),
  );
  return rows.length === 1;
}
