import type { Access } from './access.ts';
import type { ApiDescription } from './api-description.ts';
import type { PageRequest } from './page-request.ts';

export type { Access, SignInStep, StaffAccess } from './access.ts';

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
