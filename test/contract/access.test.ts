import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { RIGHTS } from '../../src/domain/rights.ts';
import { testApp } from '../support/app.ts';
import { assertUnchanged } from '../support/refused.ts';
import { apiRoutes, programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);

const pathOf = ({ path }: { path: string }) => path.replace(':number', 'A-2026-999999');
const closed = apiRoutes.filter(({ access }) => access !== 'public');

describe('every call that is not open', () => {
  it('is refused without a token, before anything else is looked at', async () => {
    await assertUnchanged(portal.database, async () => {
      for (const route of closed) {
        for (const authorization of ['', 'Bearer ', 'Basic eDp4', `Bearer ${'x'.repeat(43)}`]) {
          const { status, body } = await program.call(route.method, pathOf(route), {
            headers: { authorization },
            ...(route.method === 'POST' ? { body: '{' } : {}),
          });
          assert.deepEqual([status, body.code], [401, 'not-signed-in'], `${route.method} ${route.path}`);
        }
      }
    });
  });

  it('is refused with the cookie of a browser: no page can act through it', async () => {
    const browser = portal.client();
    await browser.signIn('D100001', 'admin@d100001.example');
    for (const route of closed) {
      const headers = {
        cookie: browser.cookie,
        'sec-fetch-site': 'same-origin',
        origin: 'http://portal.test',
      };
      const { status } = await program.call(route.method, pathOf(route), { headers });
      assert.equal(status, 401, `${route.method} ${route.path}`);
    }
  });

  it('is refused to whoever lacks its right, and says which', async () => {
    const token = await program.tokenOf('D100001', 'mitarbeit', []);
    const guarded = closed.filter(({ access }) => RIGHTS.some((right) => right === access));
    assert.ok(guarded.length > 0);
    await assertUnchanged(portal.database, async () => {
      for (const route of guarded) {
        const { status, body } = await program.call(route.method, pathOf(route), { token });
        assert.deepEqual([status, body.code, body.right], [403, 'forbidden', route.access]);
      }
    });
  });

  it('is refused once the session was idle too long', async () => {
    const token = await program.tokenOf('D100002');
    portal.clock.advance({ hours: 8, seconds: 1 });
    assert.equal((await program.call('GET', '/api/v1/orders', { token })).status, 401);
  });
});

describe('whatever is not there', () => {
  it('is a problem in JSON, not a page', async () => {
    for (const [method, path] of [
      ['GET', '/api/v1/'],
      ['GET', '/api/v1/invoices'],
      ['PUT', '/api/v1/orders'],
      ['POST', '/api/v1/catalogue'],
    ] as const) {
      const { status, headers, body } = await program.call(method, path);
      assert.deepEqual([status, body.code], [404, 'not-found'], path);
      assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/);
    }
  });
});

describe('the words of a refusal', () => {
  it('come in the language of the call, whatever the person reads in the portal', async () => {
    const token = await program.tokenOf('D100003');
    const title = async (language: string | undefined, bearer?: string) => {
      const headers: Record<string, string> = language ? { 'accept-language': language } : {};
      return (await program.call('GET', '/api/v1/orders/A-2026-999999', { token: bearer, headers })).body
        .title;
    };
    assert.equal(await title('en-GB,en;q=0.9'), 'Please sign in');
    assert.equal(await title('de'), 'Bitte melden Sie sich an');
    assert.equal(await title('en', token), 'We could not find this');
    assert.equal(await title('de', token), 'Das haben wir nicht gefunden');
    assert.equal(await title(undefined), 'Bitte melden Sie sich an');
  });
});
