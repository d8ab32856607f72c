import type { Refusal } from '../domain/refusal.ts';
import { isConfirmed, may, staffMay } from '../platform/context.ts';
import { isSameSite } from '../platform/http/index.ts';
import { forgeryToken, sameSecret } from '../platform/sessions/index.ts';
import { type Access, type SignInStep, type StaffAccess, staffRolesOf } from './access.ts';
import { fieldValue, formBinding, formOf, type PageRequest, viewBinding } from './page-request.ts';
import type { Route } from './route.ts';
import { END_VIEW } from './viewing.ts';

/**
 * Whether the request may reach its route: undefined is yes. Asked before the handler runs, in this order, so
 * that somebody who is not signed in learns nothing about what lies behind.
 */
export async function refusedAtTheDoor(route: Route, request: PageRequest): Promise<Refusal | undefined> {
  // The API takes no cookie, so nothing that a browser adds by itself can act for anybody there.
  const isForgeable = route.method !== 'GET' && route.door !== 'api';
  if (isForgeable && !comesFromOurPages(request)) return { code: 'forged' };
  const denied = denies(route, request);
  if (denied) return denied;
  if (isForgeable && !(await carriesToken(request))) return { code: 'forged' };
  return undefined;
}

function denies(route: Route, request: PageRequest): Refusal | undefined {
  const { ctx, stage } = request;
  const { access, confirm } = route;
  if (request.viewing) return deniesViewer(route, request);
  if (access === 'public') return undefined;
  if (access === 'demo') return request.services.isDemo ? undefined : { code: 'not-found' };
  if (stage === undefined) return { code: 'not-signed-in' };
  if (access === 'any-stage') return undefined;
  if (isStep(access)) return stage === access || stage === 'full' ? undefined : MISSING[stage];
  if (stage !== 'full') return MISSING[stage];
  if (isStaffAccess(access)) return deniesStaff(access, request) ?? denyUnconfirmed(confirm, request);
  // a session of the desk is nobody's at a firm
  if (ctx.actor.kind === 'carrier') return { code: 'not-found' };
  if (access === 'admin' && !ctx.grants.isAdmin) return { code: 'admin-only' };
  if (access !== 'signed-in' && access !== 'admin' && !may(ctx, access))
    return { code: 'forbidden', right: access };
  return denyUnconfirmed(confirm, request);
}

/**
 * A clerk who looks at the pages of a firm opens what its administrator could open, and sends no form but the one that
 * ends it. What belongs to a person (the steps of signing in) belongs to no firm.
 */
function deniesViewer({ access, method, path }: Route, { services }: PageRequest): Refusal | undefined {
  if (access === 'demo' && !services.isDemo) return { code: 'not-found' };
  if (method !== 'GET' && path !== END_VIEW) return { code: 'view-only' };
  return access === 'any-stage' || isStep(access) || isStaffAccess(access)
    ? { code: 'view-only' }
    : undefined;
}

const denyUnconfirmed = (confirm: true | undefined, { ctx }: PageRequest): Refusal | undefined =>
  confirm && !isConfirmed(ctx) ? { code: 'confirmation-required' } : undefined;

const isStaffAccess = (access: Access): access is StaffAccess => /^staff(:|$)/.test(access);

function deniesStaff(access: StaffAccess, { ctx, area }: PageRequest): Refusal | undefined {
  if (area !== 'desk' || ctx.actor.kind !== 'carrier') return { code: 'not-signed-in' };
  const [role, ...others] = staffRolesOf(access);
  if (!role || [role, ...others].some((one) => staffMay(ctx, one))) return undefined;
  return { code: 'staff-role-required', role };
}

/** What somebody has to do first who is in the middle of signing in. */
const MISSING: Readonly<Record<SignInStep, Refusal>> = {
  'new-password': { code: 'password-change-required' },
  'second-factor': { code: 'second-factor-required' },
  enrol: { code: 'enrolment-required' },
};

const isStep = (access: Access): access is SignInStep => access in MISSING;

/**
 * A bearer token is sent by a program on purpose; no browser adds it to a foreign page's request. A password
 * for a proxy (`Basic`) it does add.
 */
const hasBearer = (request: PageRequest) =>
  /^Bearer \S/i.test(request.raw.headers.get('authorization') ?? '');

function comesFromOurPages(request: PageRequest): boolean {
  const header = (name: string) => request.raw.headers.get(name) ?? undefined;
  return (
    hasBearer(request) ||
    isSameSite({
      fetchSite: header('sec-fetch-site'),
      origin: header('origin'),
      ownOrigin: request.ownOrigin,
    })
  );
}

async function carriesToken(request: PageRequest): Promise<boolean> {
  if (hasBearer(request)) return true;
  const { viewing, cookie } = request;
  const boundTo = viewing ? viewBinding(viewing) : cookie && formBinding(request, cookie);
  if (!boundTo) return false;
  const sent = request.raw.headers.get('x-csrf-token') ?? fieldValue(await formOf(request), '_csrf');
  return sameSecret(sent, forgeryToken(request.services.appKey, boundTo));
}
