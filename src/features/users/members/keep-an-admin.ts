import { mayLoseAdmin } from '../../../domain/giving-rights.ts';
import { refuse, refuseIf } from '../../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../../platform/context.ts';
import { type Transaction, violatedConstraint } from '../../../platform/db/database.ts';
import { lockAdmins, lockMember, type Member } from './queries.ts';

/**
 * Runs a change of one member in a transaction in which nobody else changes the administrators of the firm. Refuses
 * with `not-found`, and with `last-admin` when the firm would be left without one: by the rule, and by the
 * database if something went around the rule.
 */
export async function changeMember<T>(
  ctx: CustomerCtx,
  personId: number,
  work: (tx: Transaction, member: Member, admins: readonly number[]) => Promise<T>,
): Promise<T> {
  try {
    return await transaction(ctx, async (tx) => {
      const admins = await lockAdmins(tx);
      const member = await lockMember(tx, personId);
      if (!member) refuse({ code: 'not-found' });
      return work(tx, member, admins);
    });
  } catch (error) {
    if (violatedConstraint(error) === 'last_admin') refuse({ code: 'last-admin' });
    throw error;
  }
}

/** Refuses with `last-admin` when this member is the only active administrator. */
export function requireAnotherAdmin(member: Member, admins: readonly number[]): void {
  refuseIf(mayLoseAdmin(member.personId, admins));
}
