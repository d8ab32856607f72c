import { randomUUID } from 'node:crypto';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context, Hono } from 'hono';
import { type Refusal, Refused } from '../domain/refusal.ts';
import type { Area } from './cookie.ts';
import { refusedAtTheDoor } from './guard.ts';
import { identify } from './identify.ts';
import { frameOf, type PageRequest } from './page-request.ts';
import { problem } from './problem.ts';
import { FaultPage, RefusalPage } from './refusal-page.tsx';
import { statusOf } from './refusals.ts';
import { json, page, redirect, retryLater } from './respond.ts';
import type { Access, Route, SignInStep } from './route.ts';
import type { Services } from './services.ts';

/** What the door needs from the features: how somebody signs in, where they choose a password. */
export interface Doors {
  /** The sign-in page, keeping what the request wanted and carried. */
  readonly showSignIn: (request: PageRequest) => Response | Promise<Response>;
  /** Asks again for the password, keeping what the request wanted and carried. */
  readonly showConfirmation: (request: PageRequest) => Response | Promise<Response>;
  /** Says who can give the right that is missing, and offers to ask for it. */
  readonly showMissingRight: (
    request: PageRequest,
    refusal: Extract<Refusal, { code: 'forbidden' | 'admin-only' }>,
  ) => Response | Promise<Response>;
  /** Where the step is done that somebody in the middle of signing in still lacks. */
  readonly stepPaths: Readonly<Record<SignInStep, string>>;
  /** The same for staff, with where they sign in. */
  readonly desk: {
    readonly signIn: string;
    readonly steps: Readonly<Record<SignInStep, string>>;
    /** Asks again for password and code, as for customers. */
    readonly showConfirmation: (request: PageRequest) => Response | Promise<Response>;
  };
}

/** Gives every route its place in the app: identification, guard, handler, refusals, faults, log line. */
export function mountRoutes(app: Hono, services: Services, routes: readonly Route[], doors: Doors): void {
  const deskPages = new Map(
    routes.filter(({ method }) => method === 'GET').map(({ path, access }) => [path, access]),
  );
  const mounted = { services, doors, deskPages };
  for (const route of routes) {
    app.on(route.method, route.path, (c) => answer(c, route, mounted));
  }
  app.all('/api/v1/*', (c) => answer(c, { ...NOWHERE, door: 'api' }, mounted));
  app.all('*', (c) => answer(c, NOWHERE, mounted));
}

const NOWHERE: Route = {
  method: 'GET',
  path: '*',
  access: 'public',
  handle: () => {
    throw new Refused({ code: 'not-found' });
  },
};

/** What every answer is made with. */
interface Mounted {
  readonly services: Services;
  readonly doors: Doors;
  readonly deskPages: ReadonlyMap<string, Access>;
}

/** What asks every few seconds whether all is well would bury what people do. */
const UNTRACED: ReadonlySet<string> = new Set(['/healthz', '/readyz', '/metrics']);

function answer(c: Context, route: Route, mounted: Mounted): Promise<Response> {
  const { tracing } = mounted.services;
  if (!tracing || UNTRACED.has(route.path)) return answerPlainly(c, route, mounted);
  // the pattern and not the address, as in the log
  const { method } = c.req;
  const facts = { 'http.request.method': method, 'http.route': route.path };
  return tracing.trace({ kind: 'request', name: `${method} ${route.path}`, facts }, async (trace) => {
    const response = await answerPlainly(c, route, mounted);
    trace.note({
      'http.response.status_code': response.status,
      'portal.request_id': response.headers.get('x-request-id') ?? '',
    });
    if (response.status >= 500) trace.fail();
    return response;
  });
}

async function answerPlainly(c: Context, route: Route, mounted: Mounted): Promise<Response> {
  const { services, doors, deskPages } = mounted;
  const began = performance.now();
  const requestId = randomUUID();
  let response: Response;
  let request: PageRequest | undefined;
  try {
    request = await identify(services, {
      raw: c.req.raw,
      area: areaOf(c.req.path),
      door: route.door ?? 'page',
      params: c.req.param(),
      remoteAddress: remoteAddressOf(c),
      requestId,
      maxBodyBytes: route.maxBodyBytes,
      deskPages,
    });
    const refusal = await refusedAtTheDoor(route, request);
    response = refusal ? await turnAway(request, route, refusal, doors) : await route.handle(request);
  } catch (error) {
    response = await recover(error, { services, route, request, requestId, doors });
  }
  response.headers.set('x-request-id', requestId);
  const seconds = (performance.now() - began) / 1000;
  services.metrics?.request({ method: c.req.method, route: route.path, status: response.status, seconds });
  services.log.info({
    requestId,
    method: c.req.method,
    // the pattern and not the address: order numbers and search words are nobody's business here
    route: route.path,
    status: response.status,
    ms: Math.round(seconds * 1000),
  });
  return response;
}

async function recover(
  error: unknown,
  at: { services: Services; route: Route; request: PageRequest | undefined; requestId: string; doors: Doors },
): Promise<Response> {
  const { services, route, request, requestId, doors } = at;
  if (error instanceof Refused && request) return turnAway(request, route, error.refusal, doors);
  services.log.error({ requestId, route: route.path, err: error });
  if (!request) return new Response(`Fault ${requestId}`, { status: 500 });
  return route.door === 'api'
    ? json(request, { code: 'fault', status: 500, requestId }, 500, 'application/problem+json')
    : page(request, <FaultPage frame={frameOf(request)} />, 500);
}

const PERSONAL: ReadonlySet<Refusal['code']> = new Set([
  'not-signed-in',
  'confirmation-required',
  'password-change-required',
]);

async function turnAway(
  request: PageRequest,
  route: Route,
  refusal: Refusal,
  doors: Doors,
): Promise<Response> {
  let response: Response;
  // what asks who somebody is has no answer for a clerk who looks at the pages of a firm
  if (request.viewing && PERSONAL.has(refusal.code)) {
    const blocked = { code: 'view-only' } as const;
    return page(request, <RefusalPage frame={frameOf(request)} refusal={blocked} />, statusOf(blocked));
  }
  if (route.door === 'api') response = problem(request, refusal);
  else if (refusal.code === 'not-signed-in' && request.area === 'desk')
    response = redirect(request, deskSignIn(request, doors));
  else if (refusal.code === 'not-signed-in') response = await doors.showSignIn(request);
  else if (refusal.code === 'confirmation-required')
    response = await (request.area === 'desk' ? doors.desk : doors).showConfirmation(request);
  else if (refusal.code === 'forbidden' || refusal.code === 'admin-only')
    response = await doors.showMissingRight(request, refusal);
  else if (refusal.code === 'password-change-required')
    response = redirect(request, stepsOf(request, doors)['new-password']);
  else if (refusal.code === 'second-factor-required')
    response = redirect(request, stepsOf(request, doors)['second-factor']);
  else if (refusal.code === 'enrolment-required') response = redirect(request, stepsOf(request, doors).enrol);
  else
    response = page(request, <RefusalPage frame={frameOf(request)} refusal={refusal} />, statusOf(refusal));
  return retryLater(response, refusal);
}

/** Where staff work; everything else is the customers'. */
const areaOf = (path: string): Area => (/^\/desk(\/|$)/.test(path) ? 'desk' : 'portal');

/** A page of the desk is come back to after signing in. */
function deskSignIn({ method, url }: PageRequest, { desk }: Doors): string {
  const isPage = method === 'GET' && url.pathname !== '/desk';
  return isPage
    ? `${desk.signIn}?${new URLSearchParams([['weiter', url.pathname + url.search]])}`
    : desk.signIn;
}

const stepsOf = ({ area }: PageRequest, doors: Doors) =>
  area === 'desk' ? doors.desk.steps : doors.stepPaths;

function remoteAddressOf(c: Context): string {
  // app.request() of the tests has no socket
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '') : '127.0.0.1';
}
