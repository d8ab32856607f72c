import { knownRights } from '../domain/rights.ts';
import type { Ctx } from '../platform/context.ts';
import { clientAddress } from '../platform/http/index.ts';
import { isLanguage, type Language, negotiateLanguage } from '../platform/i18n/index.ts';
import {
  customerViewOf,
  newToken,
  type SessionRow,
  type StaffSession,
  sessionOf,
  staffSessionOf,
} from '../platform/sessions/index.ts';
import type { Access } from './access.ts';
import { type Area, readCookie, type SessionCookie, writeCookie } from './cookie.ts';
import type { PageRequest } from './page-request.ts';
import type { Services } from './services.ts';
import { readViewToken, viewingContext } from './viewing.ts';

/** Finds out who sends a request, for which customer, and everything else that its page will ask for. */
export async function identify(
  services: Services,
  incoming: {
    raw: Request;
    area: Area;
    door: 'page' | 'api';
    params: Record<string, string>;
    remoteAddress: string;
    requestId: string;
    maxBodyBytes?: number | undefined;
    deskPages: ReadonlyMap<string, Access>;
  },
): Promise<PageRequest> {
  const { raw, area, door, params, remoteAddress, requestId } = incoming;
  const header = (name: string) => raw.headers.get(name) ?? undefined;
  const url = new URL(raw.url);
  const ownOrigin = services.baseUrl ? new URL(services.baseUrl).origin : url.origin;
  const isHttps = ownOrigin.startsWith('https:');
  const now = services.clock();
  const answerHeaders = new Headers();

  const bearer = /^Bearer (\S+)$/i.exec(header('authorization') ?? '')?.[1];
  // The API knows no cookie: whatever a foreign page makes a browser send acts for nobody there.
  const cookie = bearer || door === 'api' ? undefined : readCookie(header('cookie'), isHttps, area);
  // a bearer token is a customer's: no program signs in at the desk
  const token = area === 'desk' ? cookie?.token : (bearer ?? cookie?.token);
  const staff = token && area === 'desk' ? await staffSessionOf(services.db, token, now) : undefined;
  // a clerk who looks at the pages of a firm is that and nobody else, whoever is signed in beside it
  const viewToken =
    area === 'portal' && door === 'page' && !bearer ? readViewToken(header('cookie'), isHttps) : undefined;
  const viewing = viewToken ? await customerViewOf(services.db, viewToken, now) : undefined;
  const session =
    token && area === 'portal' && !viewing ? await sessionOf(services.db, token, now) : undefined;

  const chosen = url.searchParams.get('lang') ?? undefined;
  // Signed in, the language is a setting of the person; before that it rides along in address and cookie.
  const known = session ?? staff ?? (viewing && { ...viewing, stage: 'full' as const });
  const setting = known?.stage === 'full' ? known.language : undefined;
  const kept =
    setting || door === 'api' ? cookie : rememberLanguage(cookie, chosen, answerHeaders, isHttps, area);
  const wished = header('accept-language');
  const language =
    door === 'api'
      ? languageOfCall(chosen, wished, session?.language)
      : (setting ?? kept?.language ?? known?.language ?? negotiateLanguage(wished));

  return {
    ctx: staff
      ? staffContext(services, staff, { now, requestId, language })
      : viewing
        ? viewingContext(services, viewing, {
            now,
            requestId,
            language: isLanguage(chosen) ? chosen : language,
          })
        : contextOf(services, session, { now, requestId, language }),
    area,
    services,
    stage: known?.stage,
    sessionId: session?.session_id ?? staff?.sessionId,
    viewing,
    hasOtherCustomers: session?.has_other_customers ?? false,
    unreadNotices: session?.unread_notices ?? 0,
    waitingApprovals: session?.waiting_approvals ?? 0,
    method: raw.method,
    url,
    params,
    raw,
    maxBodyBytes: incoming.maxBodyBytes,
    deskPages: incoming.deskPages,
    clientAddress: clientAddress(remoteAddress, header('x-forwarded-for'), services.proxyHops),
    userAgent: header('user-agent') ?? '',
    ownOrigin,
    isHttps,
    cookie: kept,
    answerHeaders,
  };
}

/** The same request, going on with a session that has just begun; the answer takes its cookie along. */
export async function continueAs(request: PageRequest, cookie: SessionCookie): Promise<PageRequest> {
  const { services, ctx, isHttps, answerHeaders } = request;
  const session = await sessionOf(services.db, cookie.token, ctx.now);
  answerHeaders.set('set-cookie', writeCookie(cookie, isHttps));
  const language = session?.language ?? ctx.language;
  return {
    ...request,
    cookie,
    stage: session?.stage,
    sessionId: session?.session_id,
    hasOtherCustomers: session?.has_other_customers ?? false,
    unreadNotices: session?.unread_notices ?? 0,
    waitingApprovals: session?.waiting_approvals ?? 0,
    ctx: contextOf(services, session, { ...ctx, language }),
  };
}

/** The same for a session of staff. */
export async function continueAsStaff(request: PageRequest, cookie: SessionCookie): Promise<PageRequest> {
  const { services, ctx, isHttps, answerHeaders } = request;
  const staff = await staffSessionOf(services.db, cookie.token, ctx.now);
  if (!staff) return request;
  answerHeaders.set('set-cookie', writeCookie(cookie, isHttps, 'desk'));
  const { language } = staff;
  return {
    ...request,
    cookie,
    stage: staff.stage,
    sessionId: staff.sessionId,
    ctx: staffContext(services, staff, { ...ctx, language }),
  };
}

/** A program says with each call in which language it wants words. */
function languageOfCall(
  chosen: string | undefined,
  wished: string | undefined,
  setting: Language | undefined,
): Language {
  if (isLanguage(chosen)) return chosen;
  return wished || !setting ? negotiateLanguage(wished) : setting;
}

/** A visitor who chose a language keeps it on the next pages; the token stays, so that open forms stay valid. */
function rememberLanguage(
  cookie: SessionCookie | undefined,
  chosen: string | undefined,
  answerHeaders: Headers,
  isHttps: boolean,
  area: Area,
): SessionCookie | undefined {
  if (!isLanguage(chosen) || cookie?.language === chosen) return cookie;
  const renewed = { token: cookie?.token ?? newToken(), language: chosen };
  answerHeaders.append('set-cookie', writeCookie(renewed, isHttps, area));
  return renewed;
}

function contextOf(
  services: Services,
  session: SessionRow | undefined,
  request: Pick<Ctx, 'now' | 'requestId' | 'language'>,
): Ctx {
  const shared = { ...request, ...carrierWide(services) };
  if (!session) {
    return {
      ...shared,
      actor: { kind: 'visitor' },
      customer: undefined,
      confirmedAt: undefined,
      grants: { isAdmin: false, rights: [] },
    };
  }
  return {
    ...shared,
    confirmedAt: session.confirmed_at,
    actor: { kind: 'person', personId: session.person_id, name: session.person_name, email: session.email },
    customer: { id: session.customer_id, number: session.customer_number, name: session.customer_name },
    // whoever is in the middle of signing in may do nothing else, also where nobody asks for the stage
    grants:
      session.stage === 'full'
        ? { isAdmin: session.is_admin, rights: knownRights(session.rights) }
        : { isAdmin: false, rights: [] },
  };
}

/** Staff act as the carrier, with the roles of their account; in the middle of signing in they have none. */
function staffContext(
  services: Services,
  { staffId, name, stage, confirmedAt, roles }: StaffSession,
  request: Pick<Ctx, 'now' | 'requestId' | 'language'>,
): Ctx {
  return {
    ...request,
    ...carrierWide(services),
    actor: { kind: 'carrier', name, staffId, roles: stage === 'full' ? roles : [] },
    customer: undefined,
    confirmedAt,
    grants: { isAdmin: false, rights: [] },
  };
}

const carrierWide = ({ carrier, db, jobs }: Services) => ({ timeZone: carrier.timeZone, db, jobs });
