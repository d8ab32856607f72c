/**
 * What the carrier's staff do at the desk. An administrator holds every role; nobody is anything for a customer.
 *
 * - `dispatch`: the day's work, tours, accepting drop-offs
 * - `care`: customers, their requests and questions
 * - `billing`: volumes, invoices, payments
 * - `catalogue`: products, prices, windows, calendar
 * - `admin`: staff accounts, jobs, the audit log
 */
export const STAFF_ROLES = ['dispatch', 'care', 'billing', 'catalogue', 'admin'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** Whether these roles include the one asked for. Pages ask it for their buttons, verbs for their first line. */
export function holdsRole(roles: readonly StaffRole[], role: StaffRole): boolean {
  return roles.includes('admin') || roles.includes(role);
}

/** Keeps the known roles of a stored list, so that a role removed from the program never breaks a sign-in. */
export function knownRoles(stored: readonly string[]): StaffRole[] {
  return STAFF_ROLES.filter((role) => stored.includes(role));
}
