/**
 * What a person may do for a customer account. An administrator holds every right; nobody can hand out a
 * right that they lack (held by the verbs that change rights).
 */
export const RIGHTS = [
  'masterData.edit',
  'users.invite',
  'users.delete',
  'documents.view',
  'documents.download',
  'orders.place',
  'orders.cancel',
  'orders.approve',
  'billing.edit',
] as const;

export type Right = (typeof RIGHTS)[number];

/** The rights of one person for one customer account. */
export interface Grants {
  readonly isAdmin: boolean;
  readonly rights: readonly Right[];
}

/** Whether these grants include the right. Pages ask it for their buttons, verbs for their first line. */
export function holds(grants: Grants, right: Right): boolean {
  return grants.isAdmin || grants.rights.includes(right);
}

/** Keeps the known rights of a stored list, so that a right removed from the program never breaks a login. */
export function knownRights(stored: readonly string[]): Right[] {
  return RIGHTS.filter((right) => stored.includes(right));
}
