import { refuse } from '../../../domain/refusal.ts';
import { type Ctx, deskTransaction } from '../../../platform/context.ts';
import { type Transaction, violatedConstraint } from '../../../platform/db/database.ts';
import { findStaff, lockStaffAdmins, type StaffAccount } from './queries.ts';

/**
 * Runs a change of one account while nobody else changes who administers the desk. Refuses with `not-found`, and with
 * `last-staff-admin` when the desk would be left without an administrator: by `keepsAnAdmin`, and by the database if
 * something went around it.
 */
export async function changeAccount<T>(
  ctx: Ctx,
  staffId: number,
  work: (tx: Transaction, account: StaffAccount, admins: readonly number[]) => Promise<T>,
): Promise<T> {
  try {
    return await deskTransaction(ctx, async (tx) => {
      const admins = await lockStaffAdmins(tx);
      const account = await findStaff(tx, staffId);
      if (!account) refuse({ code: 'not-found' });
      return work(tx, account, admins);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'last_staff_admin') refuse({ code: 'last-staff-admin' });
    throw error;
  }
}

/** Whether this account is the only active one that administers the desk. */
export const isLastAdmin = ({ id }: StaffAccount, admins: readonly number[]): boolean =>
  admins.length === 1 && admins[0] === id;
