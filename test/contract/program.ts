import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import { routes } from '../../src/app.ts';
import { DEMO_PASSWORD } from '../../src/demo/demo-password.ts';
import type { Right } from '../../src/domain/rights.ts';
import { query } from '../../src/platform/db/database.ts';
import { startSession } from '../../src/platform/sessions/index.ts';
import type { Route } from '../../src/web/index.ts';
import type { TestApp } from '../support/app.ts';
import { ctxFor, emailOf, type SampleUser } from '../support/context.ts';
import { type Description, readDescription } from './description.ts';

/** What came back from a call; `body` is undefined when there was none. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests read what the schema has already checked
  readonly body: any;
}

export interface Call {
  readonly token?: string | undefined;
  /** Sent as JSON. */
  readonly json?: unknown;
  /** Sent as it is, with the content type of JSON. */
  readonly body?: string;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A program that calls the API. Every answer is held against the published description. */
export interface Program {
  call(method: string, path: string, call?: Call): Promise<Answer>;
  /** A token for somebody of a sample firm, with other rights if given; no password is hashed for it. */
  tokenOf(customer: string, user?: SampleUser, rights?: readonly Right[]): Promise<string>;
}

const ORIGIN = 'http://portal.test';

export async function programOf(portal: TestApp): Promise<Program> {
  const description = await readDescription(portal.app);
  return {
    async call(
      method,
      path,
      { token, json, body = json === undefined ? undefined : JSON.stringify(json), key, headers } = {},
    ) {
      const response = await portal.app.request(ORIGIN + path, {
        method,
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key ? { 'idempotency-key': key } : {}),
          ...headers,
        },
        ...(body === undefined ? {} : { body }),
      });
      const text = await response.text();
      const answer: Answer = {
        status: response.status,
        headers: response.headers,
        body: text === '' ? undefined : JSON.parse(text),
      };
      assertAsDescribed(description, method, path, answer);
      return answer;
    },
    tokenOf: (customer, user = 'admin', rights) => tokenOf(portal, customer, user, rights),
  };
}

/** The routes of the API. */
export const apiRoutes: readonly Route[] = routes.filter(({ door }) => door === 'api');

const routeOf = (method: string, path: string) =>
  apiRoutes.find(
    (route) =>
      route.method === method &&
      new RegExp(`^${route.path.replaceAll(/:\w+/g, '[^/]+')}$`).test(path.split('?')[0] ?? ''),
  );

function assertAsDescribed(description: Description, method: string, path: string, answer: Answer): void {
  const call = `${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)?.slice(0, 500)}`;
  assert.ok(answer.status < 500, call);
  const route = routeOf(method, path);
  if (!route) return;
  assert.deepEqual(description.complaints(route, answer), [], call);
  assert.equal(answer.headers.get('cache-control'), 'no-store', call);
  assert.equal(answer.headers.get('set-cookie'), null, call);
  if (answer.status >= 300 || !route.api?.output) return;
  // Nothing goes out that the schema does not name.
  const named = route.api.output.parse(answer.body);
  assert.ok(isDeepStrictEqual(named, answer.body), `more than described: ${call}`);
}

async function tokenOf(
  portal: TestApp,
  customer: string,
  user: SampleUser,
  rights?: readonly Right[],
): Promise<string> {
  const now = portal.clock();
  const ctx = await ctxFor({ db: portal.database.app, now, customer, user });
  if (ctx.actor.kind !== 'person') throw new Error('not a person');
  const { personId } = ctx.actor;
  if (rights) {
    await portal.database.owner.all(
      query
        .updateTable('membership')
        .set({ rights: [...rights] })
        .where('person_id', '=', personId)
        .where('customer_id', '=', ctx.customer.id),
    );
  }
  return portal.database.app.transaction(ctx.customer.id, (tx) =>
    startSession(tx, { customerId: ctx.customer.id, personId, stage: 'full', now, userAgent: 'test' }),
  );
}

/** What a program sends to sign in. */
export const credentials = (customerNumber = 'D100001', user: SampleUser = 'admin') => ({
  customerNumber,
  email: emailOf(customerNumber, user),
  password: DEMO_PASSWORD,
});
