import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { personIdFor } from '../../../test/support/people.ts';
import { codeAt, giveApp } from '../../../test/support/second-factor.ts';

/** Acts for D100002 and D100003. */
const MAREIKE = 'buero@mehrfach.example';
const PATH = '/konto/firma-wechseln';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const browser = portal.client();
  await browser.signIn('D100002', MAREIKE);
  const sessions = () =>
    portal.database.owner.sql<{ number: string; stage: string }>(
      'select c.number, s.stage from session s join customer c on c.id = s.customer_id order by s.id',
    );
  const to = async (customerNumber: string) => {
    await browser.get(PATH);
    return browser.submit(PATH, { customerNumber });
  };
  return { portal, browser, sessions, to };
}

describe('somebody who acts for several firms', () => {
  it('sees for which one, and goes on for another one without signing in again', async (t) => {
    const { portal, browser, sessions, to } = await arrange(t);
    assert.match(browser.page.text, /D100002 Firma wechseln/);
    const choice = await browser.get(PATH);
    assert.match(choice.text, /D100002, gerade gewählt/);
    assert.match(choice.text, /Verlag Papierkranich GmbH/);
    assert.ok(!choice.text.includes('D100001'));
    await assertValidHtml(choice.html);
    const page = await to('D100003');
    assert.equal(page.address, '/');
    assert.match(page.text, /Verlag Papierkranich GmbH Kundennummer D100003/);
    assert.deepEqual(await sessions(), [{ number: 'D100003', stage: 'full' }]);
    const [entry] = await portal.database.owner.sql(
      `select a.object, c.number, a.before, a.after from audit_entry a join customer c on c.id = a.customer_id
       where action = 'person.switch-customer'`,
    );
    // the other firm learns nothing about the first one
    assert.deepEqual(entry, { object: 'D100003', number: 'D100003', before: null, after: { stage: 'full' } });
  });

  it('gets a new token; the old one, and open forms of the old firm, are worth nothing', async (t) => {
    const { portal, browser, to } = await arrange(t);
    const old = browser.cookie;
    const form = (await browser.get('/konto/passwort')).forms.flatMap(({ fields }) => fields);
    await to('D100003');
    assert.notEqual(browser.cookie, old);
    const thief = portal.client();
    thief.cookie = old;
    assert.match((await thief.get('/auftraege')).address, /^\/anmelden/);
    const _csrf = form.find(([name]) => name === '_csrf')?.[1] ?? '';
    assert.equal((await browser.post('/sprache', { _csrf, language: 'en', back: '/' })).status, 403);
  });

  it('has the rights there that they have there', async (t) => {
    const { portal, browser, to } = await arrange(t);
    await portal.database.owner.sql(
      "update membership set rights = '{}' where customer_id = (select id from customer where number = 'D100003') and person_id = $1",
      [await personIdFor(portal.database, MAREIKE)],
    );
    assert.equal((await browser.get('/bestellen')).status, 200);
    await to('D100003');
    assert.equal((await browser.get('/bestellen')).status, 403);
  });

  it('gains neither time nor a fresh proof by switching', async (t) => {
    const { portal, browser, to } = await arrange(t);
    const times = () => portal.database.owner.sql('select confirmed_at, ends_at from session');
    const before = await times();
    portal.clock.advance({ minutes: 11 });
    await to('D100003');
    assert.deepEqual(await times(), before);
    assert.match((await browser.get('/konto/sicherheit/app')).address, /^\/konto\/bestaetigen/);
  });

  it('cannot go where they do not act, and hears the same about firms that do not exist', async (t) => {
    const { portal, sessions, to } = await arrange(t);
    const before = await sessions();
    const answers = [];
    for (const number of ['D100001', 'D999999']) {
      const { status, text } = await to(number);
      answers.push({ status, text });
    }
    assert.equal(answers[0]?.status, 404);
    assert.deepEqual(answers[0], answers[1]);
    await portal.database.owner.sql(
      "update membership set is_active = false where customer_id = (select id from customer where number = 'D100003') and not is_admin",
    );
    assert.equal((await to('D100003')).status, 404);
    assert.deepEqual(await sessions(), before);
  });

  it('stays where they are when they choose the same again, or nothing, or nonsense', async (t) => {
    const { browser, sessions, to } = await arrange(t);
    const cookie = browser.cookie;
    assert.equal((await to('D100002')).address, '/');
    for (const value of ['', "'", '<script>alert(1)</script>', 'D1\0', '🦊', 'x'.repeat(10_000)]) {
      const page = await to(value);
      assert.ok([404, 422].includes(page.status), value.slice(0, 20));
      assert.ok(!page.html.includes('<script>alert'));
    }
    assert.equal(browser.cookie, cookie);
    assert.equal((await sessions()).length, 1);
  });

  it('gives the second factor first where the other firm asks for one', async (t) => {
    const { portal, browser, sessions, to } = await arrange(t);
    await portal.database.owner.sql(
      "update customer set requires_second_factor = true where number = 'D100003'",
    );
    assert.equal((await to('D100003')).address, '/anmelden/einrichten');
    assert.deepEqual(await sessions(), [{ number: 'D100003', stage: 'enrol' }]);

    const secret = await giveApp(portal.database, MAREIKE);
    await browser.submit('/abmelden');
    await browser.signIn('D100002', MAREIKE);
    await browser.submit('/anmelden/zweiter-schritt', { otp: codeAt(secret, portal.clock()) });
    assert.equal((await to('D100003')).address, '/');
    assert.deepEqual(await sessions(), [{ number: 'D100003', stage: 'full' }]);
  });
});

it('shows no switch to whoever acts for one firm, and sends them home', async (t) => {
  const portal = await testApp({}, t);
  const browser = portal.client();
  const home = await browser.signIn('D100001', 'admin@d100001.example');
  assert.ok(!home.text.includes('Firma wechseln'));
  assert.match((await browser.get(PATH)).text, /nur für eine Kundennummer/);
  await assertValidHtml(browser.page.html);
});
