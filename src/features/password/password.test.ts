import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';

const HENRIKE = 'admin@d100001.example';
const NEW = 'drei Gänse auf dem Dach';
const PATH = '/konto/passwort';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const browser = portal.client();
  await browser.signIn('D100001', HENRIKE);
  const isSignedIn = async (client: Client) => (await client.get('/auftraege')).address === '/auftraege';
  return { portal, browser, isSignedIn };
}

async function change(browser: Client, fields: Record<string, string> = {}) {
  await browser.get(PATH);
  return browser.submit(PATH, { oldPassword: DEMO_PASSWORD, password: NEW, repeat: NEW, ...fields });
}

describe('changing the password', () => {
  it('ends every other session, keeps this one under a new token, tells the person, leaves audit', async (t) => {
    const { portal, browser, isSignedIn } = await arrange(t);
    const [other, colleague] = [portal.client(), portal.client()];
    await other.signIn('D100001', HENRIKE);
    await colleague.signIn('D100001', 'mitarbeit@d100001.example');
    const old = browser.cookie;

    const page = await change(browser);
    assert.equal(page.address, `${PATH}?ok=1`);
    assert.match(page.text, /Ihr Passwort ist geändert/);
    await assertValidHtml(page.html);
    assert.ok(await isSignedIn(browser));
    assert.ok(await isSignedIn(colleague));
    assert.ok(!(await isSignedIn(other)));
    const thief = portal.client();
    thief.cookie = old;
    assert.ok(!(await isSignedIn(thief)));

    assert.equal((await portal.client().signIn('D100001', HENRIKE)).status, 422);
    assert.equal((await portal.client().signIn('D100001', HENRIKE, NEW)).address, '/');
    assert.equal((await lastAudit(portal.database, 'person.password-set'))?.object, 'D100001');
    await portal.drain();
    const [letter] = await portal.letters();
    assert.deepEqual([letter?.recipient, letter?.subject], [HENRIKE, 'Ihr Passwort wurde geändert']);
  });

  it('needs no step again from somebody who has given their second factor', async (t) => {
    const { portal, browser, isSignedIn } = await arrange(t);
    await portal.database.owner.sql('update session set has_second_factor = true');
    await portal.database.owner.sql('update customer set requires_second_factor = true');
    await change(browser);
    assert.ok(await isSignedIn(browser));
    const [session] = await portal.database.owner.sql('select stage, has_second_factor from session');
    assert.deepEqual(session, { stage: 'full', has_second_factor: true });
  });

  const refused: Record<string, { fields: Record<string, string>; says: RegExp }> = {
    'a wrong old password': {
      fields: { oldPassword: 'something else 7' },
      says: /Das Passwort stimmt nicht/,
    },
    'no old password': { fields: { oldPassword: '' }, says: /Bitte ausfüllen/ },
    'the same again': {
      fields: { password: DEMO_PASSWORD, repeat: DEMO_PASSWORD },
      says: /Ihr bisheriges Passwort/,
    },
    'two that differ': { fields: { repeat: `${NEW}!` }, says: /sind verschieden/ },
    'a short one': { fields: { password: 'zu kurz', repeat: 'zu kurz' }, says: /Mindestens 10 Zeichen/ },
    'a long one': {
      fields: { password: 'x'.repeat(201), repeat: 'x'.repeat(201) },
      says: /Höchstens 200 Zeichen/,
    },
    'one that is easy to guess': {
      fields: { password: 'passwort1234', repeat: 'passwort1234' },
      says: /zu leicht zu erraten/,
    },
  };
  for (const [name, { fields, says }] of Object.entries(refused)) {
    it(`refuses ${name}, and changes nothing`, async (t) => {
      const { portal, browser, isSignedIn } = await arrange(t);
      const hash = () => portal.database.owner.sql('select password_hash from person order by id');
      const before = await hash();
      const page = await change(browser, fields);
      assert.equal(page.status, 422);
      assert.match(page.text, says);
      await assertValidHtml(page.html);
      assert.ok(!page.html.includes(NEW) && !page.html.includes(DEMO_PASSWORD), 'no password is shown again');
      assert.deepEqual(await hash(), before);
      assert.ok(await isSignedIn(browser));
    });
  }

  it('takes nothing from a stranger, nor from another page', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get(PATH);
    await assertUnchanged(portal.database, async () => {
      const fields = { oldPassword: DEMO_PASSWORD, password: NEW, repeat: NEW };
      const forged = await browser.post(PATH, fields, { headers: { origin: 'https://evil.example' } });
      assert.equal(forged.status, 403);
      assert.equal((await browser.post(PATH, { ...fields, _csrf: 'x' })).status, 403);
      const stranger = portal.client();
      await stranger.get('/anmelden');
      assert.equal((await stranger.post(PATH, fields)).status, 401);
    });
  });

  it('changes nothing by hostile input but the password itself', async (t) => {
    const { portal, browser } = await arrange(t);
    const others = () =>
      portal.database.owner.sql(
        'select email, name, password_hash from person where email <> $1 order by id',
        [HENRIKE],
      );
    const before = await others();
    for (const value of [
      "'",
      '"><script>alert(1)</script>',
      '\u202egnp',
      'a\0b',
      '🦊',
      '\ud800',
      'x'.repeat(10_000),
    ]) {
      const changes: Record<string, string>[] = [
        { oldPassword: value },
        { password: value, repeat: value },
        { repeat: value },
      ];
      for (const fields of changes) {
        const page = await change(browser, fields);
        assert.ok(page.status < 500, `${page.status} for ${JSON.stringify(value.slice(0, 40))}`);
        assert.ok(!page.html.includes('<script>alert'));
        await portal.database.owner.sql('delete from throttle');
      }
    }
    assert.deepEqual(await others(), before);
  });

  it('is valid in English, too', async (t) => {
    const { portal, browser } = await arrange(t);
    await portal.database.owner.sql("update person set language = 'en'");
    await browser.get(PATH);
    await assertValidHtml(browser.page.html);
    assert.match((await change(browser, { oldPassword: 'wrong one' })).text, /The password is not right/);
  });
});
