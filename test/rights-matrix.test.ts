import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Hono } from 'hono';
import { routes } from '../src/app.ts';
import { RIGHTS } from '../src/domain/rights.ts';
import { STAFF_ROLES, type StaffRole } from '../src/domain/staff-roles.ts';
import { query } from '../src/platform/db/database.ts';
import { forgeryToken, newToken, startSession, tokenHash } from '../src/platform/sessions/index.ts';
import { type Access, mountRoutes, type Route } from '../src/web/index.ts';
import { testApp } from './support/app.ts';
import { type Client, clientOf } from './support/client.ts';
import { FOREIGN_FIRM, foreignThings } from './support/foreign.ts';
import { addPerson } from './support/people.ts';
import { contentsOf } from './support/refused.ts';
import { staffToken } from './support/staff.ts';

/*
 * Every route × everybody: whoever the declaration lets in comes in, and nobody else. The table of routes is the
 * source, so a route that is added is tested from then on. A route whose declaration is missing does not compile.
 */

const portal = await testApp();
const { database, services } = portal;

/** Somebody who sends requests, with what they hold. */
interface Caller {
  readonly name: string;
  /** The token of their session; undefined for a visitor. */
  readonly token: string | undefined;
  readonly isAdmin: boolean;
  readonly rights: readonly string[];
  /** What they are at the desk; absent for those who belong to a firm. */
  readonly roles?: readonly StaffRole[];
}

async function sessionFor(email: string, customer = 'D100001'): Promise<string> {
  const [row] = await database.owner.all(
    query
      .selectFrom('membership as m')
      .innerJoin('person as p', 'p.id', 'm.person_id')
      .innerJoin('customer as c', 'c.id', 'm.customer_id')
      .select(['m.customer_id as customerId', 'm.person_id as personId'])
      .where('p.email', '=', email)
      .where('c.number', '=', customer),
  );
  if (!row) throw new Error(`${email} does not act for ${customer}`);
  return database.app.transaction(row.customerId, (tx) =>
    startSession(tx, { ...row, stage: 'full', now: portal.clock(), userAgent: '' }),
  );
}

async function callerWith(rights: readonly (typeof RIGHTS)[number][], name: string): Promise<Caller> {
  const email = `${name.replaceAll(/\W/g, '-')}@d100001.example`;
  await addPerson(database, { email, rights });
  return { name, token: await sessionFor(email), isAdmin: false, rights };
}

async function clerkWith(role: StaffRole): Promise<Caller> {
  const token = await staffToken(database, portal.clock(), { roles: [role] });
  return { name: `staff with the role ${role}`, token, isAdmin: false, rights: [], roles: [role] };
}

const admin: Caller = {
  name: 'an administrator',
  token: await sessionFor('admin@d100001.example'),
  isAdmin: true,
  rights: [],
};
const otherAdmin: Caller = {
  name: 'an administrator of another firm',
  token: await sessionFor(FOREIGN_FIRM.email, FOREIGN_FIRM.customer),
  isAdmin: true,
  rights: [],
};
const nobody: Caller = await callerWith([], 'somebody without rights');
const visitor: Caller = { name: 'a visitor', token: undefined, isAdmin: false, rights: [] };
const staff = await Promise.all(STAFF_ROLES.map(clerkWith));
const staffAdmin = staff.find(({ roles }) => roles?.includes('admin')) ?? visitor;
const callers: readonly Caller[] = [
  visitor,
  nobody,
  ...(await Promise.all(RIGHTS.map((right) => callerWith([right], `somebody with ${right} alone`)))),
  await callerWith(RIGHTS, 'somebody with every right'),
  admin,
  otherAdmin,
  ...staff,
];

/** Whether the role is the one that an access names, or one of them. */
const isForRole = (access: Access, role: StaffRole) =>
  access.slice('staff:'.length).split('+').includes(role);

/** What the declaration of a route promises to a caller who signed in this moment. */
function isDeclaredFor({ access, path, door: kind }: Route, caller: Caller): boolean {
  const { isAdmin, rights, roles } = caller;
  if (access === 'public' || access === 'demo') return true;
  // a session counts in its own area only
  if (caller.token === undefined || isAtDesk(path) !== (roles !== undefined)) return false;
  if (roles && kind !== 'api' && access.startsWith('staff'))
    return access === 'staff' || roles.some((role) => role === 'admin' || isForRole(access, role));
  if (roles && kind !== 'api') return !['signed-in', 'admin', ...RIGHTS].includes(access);
  if (access === 'admin') return isAdmin;
  return isAdmin || !RIGHTS.some((right) => right === access) || rights.includes(access);
}

/** The door alone, with nothing behind it: whoever comes in reads "in". */
const door = new Hono();
const turnedAway = () => new Response('out', { status: 403 });
mountRoutes(
  door,
  services,
  routes.map((route) => ({ ...route, handle: () => new Response('in') })),
  {
    showSignIn: turnedAway,
    showConfirmation: turnedAway,
    showMissingRight: turnedAway,
    stepPaths: { 'new-password': '/', 'second-factor': '/', enrol: '/' },
    desk: {
      signIn: '/',
      steps: { 'new-password': '/', 'second-factor': '/', enrol: '/' },
      showConfirmation: turnedAway,
    },
  },
);

const addressOf = ({ path }: Route, id = '1') => path.replaceAll(/:\w+(\{[^}]*\})?/g, id);
/** Where the session of staff counts; everywhere else it is that of a firm. */
const isAtDesk = (path: string) => /^\/desk(\/|$)/.test(path);
const nameOf = ({ method, path }: Route) => `${method} ${path}`;
const isForm = ({ method, door: kind }: Route) => method !== 'GET' && kind !== 'api';

/** The token that the forms of a session carry, as its own pages show it. */
const forgeryTokens = new Map<string, string>();
async function formTokenOf(client: Client, session: string): Promise<string> {
  const known = forgeryTokens.get(session);
  if (known) return known;
  const page = await client.get('/konto');
  const fresh = page.forms.flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')?.[1] ?? '';
  forgeryTokens.set(session, fresh);
  return fresh;
}

/** Any caller at any address: in the other area their token is no session, and binds forms as a visitor's does. */
async function formTokenAt({ path }: Route, caller: Caller): Promise<string> {
  const { token, roles } = caller;
  if (token === undefined || isAtDesk(path) !== (roles !== undefined))
    return forgeryToken(services.appKey, token ?? VISITOR_TOKEN);
  if (!roles) return formTokenOf(browserOf(caller), token);
  const [session] = await database.owner.all(
    query.selectFrom('staff_session').select('id').where('token_hash', '=', tokenHash(token)),
  );
  return forgeryToken(services.appKey, `desk session ${session?.id}`);
}

function browserOf({ token, roles }: Caller, app: Hono = portal.app): Client {
  const client = clientOf(app);
  // a visitor has a cookie too: it binds their forms to their browser
  client.cookie = `${cookieNameAt(roles ? '/desk' : '/')}=${token ?? VISITOR_TOKEN}`;
  return client;
}
const VISITOR_TOKEN = newToken();
const cookieNameAt = (path: string) => (isAtDesk(path) ? 'kundenportal-desk' : 'kundenportal');

async function knock(route: Route, caller: Caller, changes: { formToken?: string; origin?: string } = {}) {
  const headers = new Headers();
  if (route.door === 'api') {
    if (caller.token) headers.set('authorization', `Bearer ${caller.token}`);
  } else {
    headers.set('cookie', `${cookieNameAt(route.path)}=${caller.token ?? VISITOR_TOKEN}`);
    headers.set('sec-fetch-site', changes.origin ? 'cross-site' : 'same-origin');
    headers.set('origin', changes.origin ?? 'http://portal.test');
    if (isForm(route)) headers.set('x-csrf-token', changes.formToken ?? (await formTokenAt(route, caller)));
  }
  const response = await door.request(`http://portal.test${addressOf(route)}`, {
    method: route.method,
    headers,
  });
  return (await response.text()) === 'in';
}

describe('the door lets in exactly whom a route declares', () => {
  for (const route of routes) {
    it(`${nameOf(route)} (${route.access})`, async () => {
      for (const caller of callers) {
        assert.equal(await knock(route, caller), isDeclaredFor(route, caller), caller.name);
      }
    });
  }

  it('and a route without a declaration does not compile', () => {
    // @ts-expect-error `access` is missing
    const undeclared: Route = { method: 'GET', path: '/', handle: () => new Response() };
    // @ts-expect-error there is no such right
    const misspelt: Route = { ...undeclared, access: 'orders.plaice' };
    assert.notEqual(undeclared, misspelt);
  });
});

describe('no form is taken from elsewhere', () => {
  for (const route of routes.filter(isForm)) {
    it(nameOf(route), async () => {
      const insider = isAtDesk(route.path) ? staffAdmin : admin;
      const caller = route.access === 'public' ? visitor : insider;
      assert.equal(await knock(route, caller), true);
      assert.equal(await knock(route, caller, { formToken: '' }), false, 'without the token');
      const foreign = await formTokenOf(browserOf(otherAdmin), otherAdmin.token ?? '');
      assert.equal(await knock(route, caller, { formToken: foreign }), false, 'with somebody else’s token');
      assert.equal(
        await knock(route, caller, { origin: 'https://evil.example' }),
        false,
        'from another site',
      );
    });
  }
});

describe('whoever is let in is not refused behind the door', () => {
  const plain = routes.filter(
    ({ method, path, door: kind }) => method === 'GET' && !path.includes(':') && !kind,
  );
  for (const route of plain) {
    it(nameOf(route), async () => {
      for (const caller of callers.filter((one) => isDeclaredFor(route, one))) {
        const page = await browserOf(caller).get(addressOf(route), { follow: false });
        assert.ok(![401, 403].includes(page.status) && page.status < 500, `${caller.name}: ${page.status}`);
      }
    });
  }
});

/** The portal with its doors open to anybody signed in, at a firm or at the desk: what is left are the verbs. */
const verbsAlone = new Hono();
mountRoutes(
  verbsAlone,
  services,
  routes.map(({ confirm: _, ...route }) => {
    if (route.access.startsWith('staff')) return { ...route, access: 'staff' as const };
    return RIGHTS.some((right) => right === route.access) || route.access === 'admin'
      ? { ...route, access: 'signed-in' as const }
      : route;
  }),
  {
    showSignIn: turnedAway,
    showConfirmation: turnedAway,
    showMissingRight: turnedAway,
    stepPaths: { 'new-password': '/', 'second-factor': '/', enrol: '/' },
    desk: {
      signIn: '/',
      steps: { 'new-password': '/', 'second-factor': '/', enrol: '/' },
      showConfirmation: turnedAway,
    },
  },
);

describe('a verb checks by itself what its route declares', () => {
  const guarded = routes.filter(
    (route) =>
      isForm(route) &&
      (route.access === 'admin' ||
        /^staff:/.test(route.access) ||
        RIGHTS.some((right) => right === route.access)),
  );
  for (const route of guarded) {
    it(nameOf(route), async () => {
      const before = await contents();
      const caller = isAtDesk(route.path) ? clerkWithout(route.access) : nobody;
      const browser = browserOf(caller, verbsAlone);
      const page = await browser.post(
        addressOf(route),
        { _csrf: await formTokenAt(route, caller) },
        { follow: false },
      );
      // 404 and 422: the thing or the form was looked at first; a redirect hides a refusal behind its page
      assert.ok(page.status < 500, `${page.status}`);
      assert.deepEqual(await contents(), before);
    });
  }
});

/** Somebody at the desk who has another role than the one that a route asks for. */
const clerkWithout = (access: Access) =>
  staff.find(
    ({ roles }) => roles && !roles.includes('admin') && !roles.some((role) => isForRole(access, role)),
  ) ?? visitor;

/** What every table holds; counting an attempt is no change. */
async function contents() {
  const { 'public.throttle': _, ...rest } = await contentsOf(database);
  return rest;
}

describe('what belongs to another firm is not there', () => {
  it('whatever the address', async () => {
    const things = await foreignThings(portal);
    const named = routes.filter(
      ({ path, access }) => path.includes(':') && access !== 'public' && access !== 'demo' && !isAtDesk(path),
    );
    const owner = browserOf(otherAdmin);
    const stranger = browserOf(admin);
    const bearer = ({ token }: Caller) => ({ headers: { authorization: `Bearer ${token}` } });
    for (const route of named.filter(({ method }) => method === 'GET')) {
      const thing = things.find(({ addresses }) => route.path.startsWith(addresses));
      const address = addressOf(route, thing?.id ?? '999999');
      const isApi = route.door === 'api';
      if (thing) {
        const seen = await owner.get(address, isApi ? bearer(otherAdmin) : {});
        assert.equal(seen.status, 200, `${address} is there for its own firm`);
      }
      const page = await stranger.get(address, isApi ? bearer(admin) : {});
      assert.equal(page.status, 404, `${nameOf(route)} at ${address}`);
    }
    await stranger.get('/konto');
    const before = await contents();
    for (const route of named.filter(isForm)) {
      const thing = things.find(({ addresses }) => route.path.startsWith(addresses));
      const address = addressOf(route, thing?.id ?? '999999');
      const page = await stranger.post(address, { _csrf: await formTokenOf(stranger, admin.token ?? '') });
      // an empty form may be found wanting before anybody looks for the thing
      assert.ok([404, 422].includes(page.status), `${nameOf(route)} at ${address}: ${page.status}`);
    }
    assert.deepEqual(await contents(), before);
  });
});
