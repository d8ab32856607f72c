import { refuse } from '../domain/refusal.ts';
import type { Ctx, CustomerCtx } from '../platform/context.ts';
import { may, staffMay } from '../platform/context.ts';
import { localAddress, readBytes } from '../platform/http/index.ts';
import { formatsFor } from '../platform/i18n/index.ts';
import { type CustomerView, forgeryToken, newToken, type SessionStage } from '../platform/sessions/index.ts';
import { DESK_NAV, type Frame, type NavEntry } from '../ui/index.ts';
import type { Access } from './access.ts';
import { type Area, type SessionCookie, writeCookie } from './cookie.ts';
import type { Services } from './services.ts';
import { admitsStaff } from './staff-access.ts';
import { readFiles, readUpload } from './upload.ts';

/** The fields of a form; of a field that comes several times, all of them. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/** One request as a page sees it: who asks, for what, and what the answer is made with. */
export interface PageRequest {
  readonly ctx: Ctx;
  /** Whose session this is: pages below `/desk` know the staff's, all others the customers'. */
  readonly area: Area;
  readonly services: Services;
  readonly stage: SessionStage | undefined;
  /** Stays the same when the session gets a new token. */
  readonly sessionId: number | undefined;
  /** A clerk looks at these pages as the firm's administrator sees them, and can only read. */
  readonly viewing?: CustomerView | undefined;
  /** The person acts for other customers, too. */
  readonly hasOtherCustomers: boolean;
  /** What the person has not read yet, counted to a hundred. */
  readonly unreadNotices: number;
  /** How many orders of others wait for the person's approval, counted to a hundred. */
  readonly waitingApprovals: number;
  readonly method: string;
  readonly url: URL;
  readonly params: Readonly<Record<string, string>>;
  readonly raw: Request;
  /** The pages of the desk by their address, with who may see them. */
  readonly deskPages: ReadonlyMap<string, Access>;
  /** Where the body ends, if its route takes more (or less) than usual. */
  readonly maxBodyBytes?: number | undefined;
  readonly clientAddress: string;
  readonly userAgent: string;
  /** Scheme and host under which people see the portal. */
  readonly ownOrigin: string;
  readonly isHttps: boolean;
  readonly cookie: SessionCookie | undefined;
  /** Headers that the answer will carry besides its own: cookies. */
  readonly answerHeaders: Headers;
}

/** The context of a request that cannot get here without a session. */
export function customerCtx(request: PageRequest): CustomerCtx {
  const { ctx } = request;
  if (!ctx.customer) refuse({ code: 'not-signed-in' });
  return ctx as CustomerCtx;
}

/** The context of a request that cannot get here without staff having signed in. */
export function staffCtx({ ctx }: PageRequest): Ctx {
  return ctx.actor.kind === 'carrier' ? ctx : refuse({ code: 'not-signed-in' });
}

/** The session of a request that cannot get here without one. */
export function sessionIdOf({ sessionId }: PageRequest): number {
  return sessionId ?? refuse({ code: 'not-signed-in' });
}

const bodies = new WeakMap<PageRequest, Promise<Buffer>>();

/** The body, read once: it is asked for by the forgery check and by the page. */
function bytesOf(request: PageRequest): Promise<Buffer> {
  let body = bodies.get(request);
  if (!body) {
    body = readBytes(request.raw, request.maxBodyBytes);
    bodies.set(request, body);
  }
  return body;
}

/** The body as text. */
export async function bodyOf(request: PageRequest): Promise<string> {
  return (await bytesOf(request)).toString('utf8');
}

/**
 * The fields of the posted form; of an uploaded file its text. Anything but a form is read as one without fields.
 */
export async function formOf(request: PageRequest): Promise<FormFields> {
  const type = request.raw.headers.get('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) return fieldsOf(await readUpload(type, await bytesOf(request)));
  if (!/^application\/x-www-form-urlencoded\b/i.test(type)) return new Map();
  return fieldsOf(new URLSearchParams(await bodyOf(request)));
}

/** The bytes of the files that the posted form carries, by field. */
export async function filesOf(request: PageRequest): Promise<ReadonlyMap<string, Uint8Array>> {
  return readFiles(request.raw.headers.get('content-type') ?? '', await bytesOf(request));
}

/** Query and form have the same shape for a page. */
export function fieldsOf(search: Iterable<readonly [name: string, value: string]>): FormFields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of search) {
    const known = fields.get(name);
    if (known) known.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}

/** The first value of a field; empty when there is none. */
export const fieldValue = (fields: FormFields, name: string): string => fields.get(name)?.[0] ?? '';

/** First values by name, for a schema. */
export function singleValues(fields: FormFields): Record<string, string> {
  return Object.fromEntries([...fields].map(([name, values]) => [name, values[0] ?? '']));
}

/**
 * The token that forms of this page carry. A visitor gets their cookie here, when the first form is made and
 * not before.
 */
export function csrfTokenOf(request: PageRequest): string {
  const { services, viewing } = request;
  return forgeryToken(
    services.appKey,
    viewing ? viewBinding(viewing) : formBinding(request, cookieOf(request)),
  );
}

/**
 * What forms are bound to. Signed in it is the session and not its token, so that a form that is open in another
 * tab stays good when the token is renewed; another customer is another session.
 */
export function formBinding(request: PageRequest, cookie: SessionCookie): string {
  if (request.sessionId === undefined) return cookie.token;
  // both areas count their sessions from one
  return `${request.area === 'desk' ? 'desk ' : ''}session ${request.sessionId}`;
}

/** The same for the one form of a clerk who looks at a firm. */
export const viewBinding = (viewing: CustomerView) => `view ${viewing.id}`;

const given = new WeakMap<PageRequest, SessionCookie>();

function cookieOf(request: PageRequest): SessionCookie {
  const known = request.cookie ?? given.get(request);
  if (known) return known;
  const cookie = { token: newToken(), language: undefined };
  given.set(request, cookie);
  request.answerHeaders.append('set-cookie', writeCookie(cookie, request.isHttps, request.area));
  return cookie;
}

/** What every page needs besides its own data. */
export function frameOf(request: PageRequest): Frame {
  const { ctx, services } = request;
  const { carrier } = services;
  return {
    language: ctx.language,
    formats: formatsFor(ctx.language, carrier.timeZone),
    assets: services.assets,
    carrier: {
      name: carrier.name,
      phone: carrier.phone,
      phoneHours: carrier.phoneHours[ctx.language],
      email: carrier.email,
    },
    csrfToken: csrfTokenOf(request),
    address: request.url.pathname + request.url.search,
    area: request.area,
    ...(ctx.actor.kind === 'person' && ctx.customer && request.stage === 'full'
      ? {
          viewer: {
            name: ctx.actor.name,
            email: ctx.actor.email,
            customerNumber: ctx.customer.number,
            customerName: ctx.customer.name,
            isAdmin: ctx.grants.isAdmin,
            hasOtherCustomers: request.hasOtherCustomers,
            can: (right) => may(ctx, right),
          },
          notices: { href: '/mitteilungen', unread: request.unreadNotices },
          ...(request.waitingApprovals > 0
            ? { approvals: { href: '/freigaben', waiting: request.waitingApprovals } }
            : {}),
        }
      : {}),
    ...(request.viewing && ctx.customer ? viewingFrame(request.viewing) : {}),
    ...(ctx.actor.kind === 'carrier' && request.stage === 'full' && request.area === 'desk'
      ? {
          staff: { name: ctx.actor.name, may: (role) => staffMay(ctx, role) },
          nav: deskNavOf(request),
        }
      : {}),
    demo: services.isDemo,
    requestId: ctx.requestId,
  };
}

/** Everything that an administrator of the firm sees, under the name of the clerk. */
function viewingFrame({ staffName, customer, reason, endsAt }: CustomerView) {
  return {
    viewer: {
      name: staffName,
      email: '',
      customerNumber: customer.number,
      customerName: customer.name,
      isAdmin: true,
      can: () => true,
    },
    viewing: { reason, endsAt },
  };
}

/** The pages of the desk that there are and that the member of staff may see, in the order of the navigation. */
export function deskNavOf({ ctx, deskPages }: PageRequest): readonly NavEntry[] {
  return DESK_NAV.filter(({ href }) => {
    const access = deskPages.get(href);
    return access !== undefined && admitsStaff(access, ctx);
  });
}

/** Where a form wants to go on to, if that lies in this portal; else the fallback. */
export function returnAddress(request: PageRequest, wanted: string, fallback: string): string {
  const address = localAddress(wanted, request.ownOrigin);
  // "/.//evil.example" is local, but what is left of it once its dots are resolved leads elsewhere
  return address !== undefined && localAddress(address, request.ownOrigin) === address ? address : fallback;
}
