import { Refused, refuse } from '../domain/refusal.ts';
import type { Ctx } from '../platform/context.ts';
import type { Database } from '../platform/db/database.ts';
import { type CustomerView, isToken } from '../platform/sessions/index.ts';
import type { Services } from './services.ts';

/** The one form that is taken from a clerk who looks at the pages of a firm: the one that ends it. */
export const END_VIEW = '/ansicht/beenden';

const cookieName = (isHttps: boolean) => `${isHttps ? '__Host-' : ''}kundenportal-ansicht`;

/** The token of a view, if the browser of a clerk sends one. */
export function readViewToken(header: string | undefined, isHttps: boolean): string | undefined {
  const name = `${cookieName(isHttps)}=`;
  const token = header
    ?.split(/;\s*/)
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
  return token && isToken(token) ? token : undefined;
}

/** Strict: no link from elsewhere opens a page in the name of a firm. */
export function writeViewCookie(token: string, isHttps: boolean): string {
  return `${cookieName(isHttps)}=${token}; Path=/; HttpOnly; SameSite=Strict${isHttps ? '; Secure' : ''}`;
}

export function clearedViewCookie(isHttps: boolean): string {
  return `${cookieName(isHttps)}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0${isHttps ? '; Secure' : ''}`;
}

/**
 * The context in which a clerk sees what the administrators of a firm see. It is the carrier's, without a role at the
 * desk; whatever it asks of the database, it can only read.
 */
export function viewingContext(
  services: Services,
  view: CustomerView,
  request: Pick<Ctx, 'now' | 'requestId' | 'language'>,
): Ctx {
  return {
    ...request,
    timeZone: services.carrier.timeZone,
    db: readOnly(services.db),
    jobs: services.jobs,
    actor: { kind: 'carrier', name: view.staffName, staffId: view.staffId, roles: [] },
    customer: view.customer,
    confirmedAt: undefined,
    grants: { isAdmin: true, rights: [] },
  };
}

const READ_ONLY = '25006';

/** The same database, in which every transaction of a firm refuses to write and the desk is closed. */
function readOnly(db: Database): Database {
  return {
    ...db,
    deskTransaction: () => refuse({ code: 'view-only' }),
    async transaction(customerId, work) {
      try {
        return await db.transaction(customerId, async (tx) => {
          await tx.sql('set transaction read only');
          return work(tx);
        });
      } catch (error) {
        if ((error as { code?: unknown }).code === READ_ONLY) throw new Refused({ code: 'view-only' });
        throw error;
      }
    },
  };
}
