import type { StaffRole } from '../domain/staff-roles.ts';

/** The clerks of the demo, one for each role, with the password of all sample logins. */
export const DEMO_CLERKS: readonly {
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
}[] = [
  { email: 'leitung@spreebrief.example', name: 'Leyla Aydın', role: 'admin' },
  { email: 'disposition@spreebrief.example', name: 'Dirk Hansen', role: 'dispatch' },
  { email: 'service@spreebrief.example', name: 'Sabine Krol', role: 'care' },
  { email: 'abrechnung@spreebrief.example', name: 'Anton Fuchs', role: 'billing' },
  { email: 'katalog@spreebrief.example', name: 'Karin Vogt', role: 'catalogue' },
];

/** The secret of the app that nobody has: the page of the second step shows its code, in the demo only. */
const DEMO_SECRET = 'KRUGS4ZANFZSA5DIMUQGIZLNN5QXA4BB';

/** What the pages of the demo show of it. */
export const DEMO_STAFF = {
  secret: DEMO_SECRET,
  logins: DEMO_CLERKS.map(({ email, role }) => ({ email, role })),
};
