import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../support/app.ts';
import { assertUnchanged } from '../support/refused.ts';
import { credentials, programOf } from './program.ts';

const portal = await testApp();
const program = await programOf(portal);

const signIn = (json: unknown, headers = {}) => program.call('POST', '/api/v1/session', { json, headers });
const sessions = async () => {
  const [row] = await portal.database.owner.sql<{ count: number }>(
    'select count(*)::int as count from session',
  );
  return row?.count;
};

describe('signing in', () => {
  it('gives a token that is good for calls until it is signed out', async () => {
    const { status, body } = await signIn(credentials());
    assert.equal(status, 201);
    assert.equal(
      body.expiresAt,
      portal
        .clock()
        .add({ hours: 7 * 24 })
        .toString(),
    );
    assert.equal(body.idleMinutes, 480);
    const { token } = body;
    assert.equal((await program.call('GET', '/api/v1/orders', { token })).status, 200);
    assert.equal((await program.call('DELETE', '/api/v1/session', { token })).status, 204);
    assert.equal((await program.call('GET', '/api/v1/orders', { token })).status, 401);
    assert.equal((await program.call('DELETE', '/api/v1/session', { token })).status, 401);
  });

  it('leaves other sessions of the same login alone', async () => {
    const first = (await signIn(credentials())).body.token;
    const second = (await signIn(credentials(), { authorization: `Bearer ${first}` })).body.token;
    assert.equal((await program.call('DELETE', '/api/v1/session', { token: second })).status, 204);
    assert.equal((await program.call('GET', '/api/v1/cost-centres', { token: first })).status, 200);
  });

  it('answers alike whatever does not fit, and begins nothing', async () => {
    const before = await sessions();
    for (const wrong of [
      { customerNumber: 'D999999' },
      { customerNumber: 'D100002' },
      { email: 'nobody@d100001.example' },
      { password: 'wrong password' },
    ]) {
      const { status, body } = await signIn({ ...credentials(), ...wrong });
      assert.deepEqual([status, body.code], [422, 'wrong-credentials'], JSON.stringify(wrong));
    }
    assert.equal(await sessions(), before);
  });

  it('refuses a one-time password, leaves no session and uses it up', async () => {
    const browser = portal.client();
    await browser.get('/passwort-vergessen');
    await browser.submit('/passwort-vergessen', { email: 'admin@d100003.example' });
    await portal.drain();
    const letter = (await portal.letters()).at(-1);
    const password = /\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/.exec(letter?.text ?? '')?.[0];
    const before = await sessions();
    const refused = await signIn({ ...credentials('D100003'), password });
    assert.deepEqual([refused.status, refused.body.code], [403, 'password-change-required']);
    assert.equal(await sessions(), before);
    const again = await signIn({ ...credentials('D100003'), password });
    assert.equal(again.body.code, 'wrong-credentials');
  });

  it('is throttled together with the page, and says for how long', async () => {
    const attempt = { ...credentials('D100002'), password: 'wrong password' };
    const browser = portal.client();
    for (let count = 0; count < 5; count += 1)
      await browser.signIn(attempt.customerNumber, attempt.email, 'wrong password');
    for (let count = 0; count < 5; count += 1) assert.equal((await signIn(attempt)).status, 422);
    const { status, body, headers } = await signIn(credentials('D100002'));
    assert.deepEqual([status, body.code], [429, 'too-many-attempts']);
    assert.equal(headers.get('retry-after'), String(body.retryAfterSeconds));
  });

  it('reads nothing but three texts', async () => {
    const { customerNumber, email, password } = credentials();
    const bad = [
      {},
      [],
      null,
      'D100001',
      { customerNumber: 100001, email, password },
      { customerNumber, email: [email], password },
      { customerNumber, email, password: { $ne: '' } },
      { customerNumber, email, password: 'x'.repeat(201) },
      { customerNumber: 'D1\u0000', email: "' or 1=1 --", password },
      { customerNumber, email, password, remember: true },
    ];
    await assertUnchanged(portal.database, async () => {
      for (const json of bad) {
        const { status, body } = await signIn(json);
        assert.deepEqual([status, body.code], [422, 'invalid'], JSON.stringify(json));
      }
    });
    const { body } = await signIn({ customerNumber, email, password, remember: true });
    assert.deepEqual(body.fields, [{ field: 'remember', problem: 'unknown' }]);
  });
});
