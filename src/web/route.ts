import type { Right } from '../domain/rights.ts';
import type { SessionStage } from '../domain/sign-in-steps.ts';
import type { StaffRole } from '../domain/staff-roles.ts';
import type { ApiDescription } from './api-description.ts';
import type { PageRequest } from './page-request.ts';

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

/** Who may come in at the desk. */
export type StaffAccess = 'staff' | `staff:${StaffRole}`;

/** One address of the portal. Features export lists of these; `app.ts` mounts them. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Hono pattern, for example `/auftraege/:number`. */
  readonly path: string;
  readonly access: Access;
  /** `api` answers JSON and takes a bearer token; `page` is for people. */
  readonly door?: 'page' | 'api';
  /** What an `api` route takes and gives; `apiRoute` makes such routes, a test looks that none lacks it. */
  readonly api?: ApiDescription;
  /** Asks for the password again when it was not given within the last minutes: bank data, rights, deletion. */
  readonly confirm?: true;
  /** For forms that carry a table or a file; every other body ends at 128 KB. */
  readonly maxBodyBytes?: number;
  readonly handle: (request: PageRequest) => Response | Promise<Response>;
}
