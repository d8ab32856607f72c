import type { Right } from '../domain/rights.ts';
import type { SessionStage } from '../domain/sign-in-steps.ts';
import type { StaffRole } from '../domain/staff-roles.ts';

/** What may be missing before somebody is signed in. */
export type SignInStep = Exclude<SessionStage, 'full'>;

/**
 * Who may call a route: everybody, somebody at one step of signing in (and whoever is past it), somebody at any
 * step, anybody signed in, or whoever holds a right, or is an administrator of the firm. `demo` routes exist only
 * where the demo runs. Verbs check their right themselves; the declaration here refuses earlier, and the tests
 * walk over it. `staff` is anybody signed in at the desk, `staff:dispatch` whoever holds that role there; such addresses
 * begin with `/desk`, where the session is that of staff.
 */
export type Access =
  | 'public'
  | 'demo'
  | SignInStep
  | 'any-stage'
  | 'signed-in'
  | 'admin'
  | Right
  | StaffAccess;

/** Who may come in at the desk; `staff:billing+dispatch` is for whoever holds either role. */
export type StaffAccess = 'staff' | `staff:${StaffRole}` | `staff:${StaffRole}+${StaffRole}`;

/** The roles of which one is needed; none for an address that is for all staff. */
export const staffRolesOf = (access: StaffAccess): readonly StaffRole[] =>
  access === 'staff' ? [] : (access.slice('staff:'.length).split('+') as StaffRole[]);
