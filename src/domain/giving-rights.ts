import type { Refusal } from './refusal.ts';
import { type Grants, holds } from './rights.ts';

/**
 * Whether somebody may hand these grants to somebody else: nobody gives what they lack, only administrators make
 * administrators. Answers undefined for "go ahead", else `admin-only` or `forbidden` with the first right lacked.
 */
export function mayGive(giver: Grants, given: Grants): Refusal | undefined {
  if (given.isAdmin && !giver.isAdmin) return { code: 'admin-only' };
  const right = given.rights.find((one) => !holds(giver, one));
  return right && { code: 'forbidden', right };
}

/**
 * Whether this member may stop being an active administrator: the last one of a firm may not, because nobody could
 * give a right any more. Answers undefined for "go ahead", else `last-admin`.
 * @param admins the ids of the people who are active administrators of the firm now
 */
export function mayLoseAdmin(personId: number, admins: readonly number[]): Refusal | undefined {
  return admins.length === 1 && admins[0] === personId ? { code: 'last-admin' } : undefined;
}
