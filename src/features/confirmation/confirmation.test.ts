import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { CODES, codeAt, giveApp } from '../../../test/support/second-factor.ts';
import { routes } from '../../app.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';

const HENRIKE = 'admin@d100001.example';
const PATH = '/konto/bestaetigen';
const GUARDED = '/konto/sicherheit/app';

/** Somebody whose sign-in lies eleven minutes back. */
async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const browser = portal.client();
  await browser.signIn('D100001', HENRIKE);
  portal.clock.advance({ minutes: 11 });
  return { portal, browser };
}

const confirm = (browser: Client, fields: Record<string, string> = {}) =>
  browser.submit(PATH, { password: DEMO_PASSWORD, ...fields });

describe('what needs a fresh proof of identity', () => {
  it('asks for the password first and then goes on', async (t) => {
    const { portal, browser } = await arrange(t);
    const asked = await browser.get(`${GUARDED}?a=1`);
    assert.equal(asked.address, `${PATH}?weiter=%2Fkonto%2Fsicherheit%2Fapp%3Fa%3D1`);
    await assertValidHtml(asked.html);
    const page = await confirm(browser);
    assert.deepEqual([page.status, page.address], [200, `${GUARDED}?a=1`]);
    assert.deepEqual((await lastAudit(portal.database, 'person.confirm'))?.after, { by: 'password' });
  });

  it('is asked for from ten minutes after the last proof on, to the second', async (t) => {
    const portal = await testApp({}, t);
    const browser = portal.client();
    await browser.signIn('D100001', HENRIKE);
    portal.clock.advance({ minutes: 10 });
    assert.equal((await browser.get(GUARDED)).address, GUARDED);
    portal.clock.advance({ seconds: 1 });
    assert.match((await browser.get(GUARDED)).address, /^\/konto\/bestaetigen/);
    await confirm(browser);
    portal.clock.advance({ minutes: 10 });
    assert.equal((await browser.get(GUARDED)).address, GUARDED);
  });

  it('is every route that says so, pages and forms, and nothing happens before', async (t) => {
    const { portal, browser } = await arrange(t);
    const _csrf = (await browser.get('/konto/sicherheit')).forms[0]?.fields.find(
      ([name]) => name === '_csrf',
    )?.[1];
    const guarded = routes.filter(
      ({ confirm: wants, door, path }) => wants && door !== 'api' && !path.startsWith('/desk'),
    );
    assert.ok(guarded.length > 10);
    const entries = () => portal.database.owner.sql('select count(*)::int as count from audit_entry');
    const before = await entries();
    for (const { method, path } of guarded) {
      const address = path.replaceAll(/:\w+/g, '1');
      if (method === 'GET') assert.match((await browser.get(address)).address, /^\/konto\/bestaetigen/, path);
      else assert.equal((await browser.post(address, { _csrf: _csrf ?? '' })).status, 403, path);
    }
    assert.deepEqual(await entries(), before);
  });

  it('keeps a form with everything but its secrets, and sends it on a click', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get('/konto/sicherheit');
    const asked = await browser.submit('/konto/sicherheit/pflicht');
    assert.equal(asked.status, 403);
    assert.match(asked.text, /Ihre Eingaben sind noch da/);
    await assertValidHtml(asked.html);
    const wrong = await confirm(browser, { password: 'something else 7' });
    assert.equal(wrong.status, 422);
    const resumed = await confirm(browser);
    assert.match(resumed.text, /Danke, Sie sind es/);
    await assertValidHtml(resumed.html);
    const rule = () =>
      portal.database.owner.sql("select requires_second_factor as is from customer where number = 'D100001'");
    assert.deepEqual(await rule(), [{ is: false }]);
    const sent = await browser.submit('/konto/sicherheit/pflicht');
    assert.equal(sent.address, '/konto/sicherheit?ok=pflicht');
    assert.deepEqual(await rule(), [{ is: true }]);
  });

  it('says when a form was too large to be kept', async (t) => {
    const { browser } = await arrange(t);
    await browser.get('/konto/sicherheit');
    const asked = await browser.submit('/konto/sicherheit/pflicht', { more: 'x'.repeat(50_000) });
    assert.match(asked.text, /zu umfangreich/);
    assert.equal((await confirm(browser)).address, '/');
  });

  it('never leads out of the portal', async (t) => {
    const { browser } = await arrange(t);
    for (const weiter of [
      'https://evil.example/',
      '//evil.example',
      '/\\evil.example',
      'javascript:alert(1)',
    ]) {
      await browser.get(`${PATH}?${new URLSearchParams({ weiter })}`);
      if (browser.page.address.startsWith(PATH)) await confirm(browser);
      assert.equal(browser.page.address, '/', weiter);
    }
  });
});

describe('the proof', () => {
  it('renews the token: the old one is dead, forms that are open elsewhere stay good', async (t) => {
    const { portal, browser } = await arrange(t);
    const otherTab = await browser.get('/konto/passwort');
    const old = browser.cookie;
    await browser.get(GUARDED);
    await confirm(browser);
    assert.notEqual(browser.cookie, old);
    const thief = portal.client();
    thief.cookie = old;
    assert.match((await thief.get('/auftraege')).address, /^\/anmelden/);
    const _csrf =
      otherTab.forms.flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')?.[1] ?? '';
    const posted = await browser.post('/konto/passwort', {
      _csrf,
      oldPassword: 'wrong one',
      password: 'a',
      repeat: 'a',
    });
    assert.equal(posted.status, 422, 'refused for what was typed, not as forged');
  });

  it('takes ten wrong passwords and no more, counted together with the change of the password', async (t) => {
    const { portal, browser } = await arrange(t);
    for (let tries = 0; tries < 5; tries += 1) {
      await browser.get(PATH);
      assert.equal((await confirm(browser, { password: `wrong ${tries}` })).status, 422);
      await browser.get('/konto/passwort');
      const fields = {
        oldPassword: `wrong ${tries}`,
        password: 'drei Gänse auf dem Dach',
        repeat: 'drei Gänse auf dem Dach',
      };
      assert.equal((await browser.submit('/konto/passwort', fields)).status, 422);
    }
    await browser.get(PATH);
    const stopped = await confirm(browser);
    assert.equal(stopped.status, 429);
    assert.ok(Number(stopped.headers.get('retry-after')) > 0);
    const failures = await portal.database.owner.sql(
      "select 1 from audit_entry where action = 'person.confirm-failed'",
    );
    assert.equal(failures.length, 5);
    portal.clock.advance({ minutes: 15 });
    await browser.get(PATH);
    assert.equal((await confirm(browser)).address, '/');
  });

  it('takes the code as well from whoever has an app, each once', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await giveApp(portal.database, HENRIKE);
    const code = () => codeAt(secret, portal.clock());
    const asked = await browser.get(GUARDED);
    assert.match(asked.html, /name="otp"/);
    assert.equal((await confirm(browser)).status, 422);
    assert.equal((await confirm(browser, { password: 'wrong one', otp: code() })).status, 422);
    const first = code();
    assert.equal((await confirm(browser, { otp: first })).address, GUARDED);
    portal.clock.advance({ minutes: 11 });
    await browser.get(GUARDED);
    assert.equal((await confirm(browser, { otp: first })).status, 422);
    assert.equal((await confirm(browser, { otp: CODES[0] })).address, GUARDED);
    assert.deepEqual((await lastAudit(portal.database, 'person.confirm'))?.after, { by: 'recovery-code' });
  });

  it('is worth nothing for somebody else, with somebody else’s password', async (t) => {
    const { portal, browser } = await arrange(t);
    await portal.database.owner.sql("update person set password_hash = 'x' where email = $1", [HENRIKE]);
    await browser.get(GUARDED);
    assert.equal((await confirm(browser)).status, 422);
  });

  it('is valid in English, too', async (t) => {
    const { portal, browser } = await arrange(t);
    await portal.database.owner.sql("update person set language = 'en'");
    const asked = await browser.get(GUARDED);
    assert.match(asked.text, /Please confirm that it is you/);
    await assertValidHtml((await confirm(browser, { password: 'wrong one' })).html);
    assert.match(browser.page.text, /The password is not right/);
  });
});
