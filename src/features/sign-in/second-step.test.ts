import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { CODES, codeAt, giveApp, setUpApp, shownCodes } from '../../../test/support/second-factor.ts';
import { routes } from '../../app.ts';
import { CODE_LIMIT } from '../second-factor/attempts.ts';
import { HENRIKE, LOGIN, NEW_PASSWORD, oneTimePassword } from './test-support/login.ts';

const STEP = '/anmelden/zweiter-schritt';
const ENROL = '/anmelden/einrichten';
const DEVICE_COOKIE = 'kundenportal-device';

/** The portal with somebody who has an app. */
async function arrange(t: TestContext, options: Parameters<typeof testApp>[0] = {}) {
  const portal = await testApp(options, t);
  const secret = await giveApp(portal.database, HENRIKE);
  const browser = portal.client();
  const code = (steps = 0) => codeAt(secret, portal.clock(), steps);
  const sessions = () =>
    portal.database.owner.sql<{ stage: string }>('select stage from session order by id');
  return { portal, browser, code, sessions };
}

const demand = ({ portal }: { portal: Awaited<ReturnType<typeof testApp>> }) =>
  portal.database.owner.sql("update customer set requires_second_factor = true where number = 'D100001'");

describe('signing in with an app for codes', () => {
  it('asks for the code after the password and goes on to where one wanted', async (t) => {
    const { browser, code, sessions } = await arrange(t);
    await browser.get('/auftraege?status=placed');
    const asked = await browser.submit('/anmelden', LOGIN);
    assert.equal(asked.address, `${STEP}?weiter=%2Fauftraege%3Fstatus%3Dplaced`);
    assert.deepEqual(await sessions(), [{ stage: 'second-factor' }]);
    const page = await browser.submit(STEP, { otp: code() });
    assert.equal(page.address, '/auftraege?status=placed');
    assert.deepEqual(await sessions(), [{ stage: 'full' }]);
  });

  it('is valid in both languages, and shows what was wrong beside the field', async (t) => {
    const { portal } = await arrange(t);
    for (const [lang, words] of [
      ['de', /Der Code stimmt nicht/],
      ['en', /The code is not right/],
    ] as const) {
      await portal.database.owner.sql('update person set language = $1', [lang]);
      const browser = portal.client();
      await browser.get('/anmelden');
      await assertValidHtml((await browser.submit('/anmelden', LOGIN)).html);
      const refused = await browser.submit(STEP, { otp: '00-00-00', trust: 'on' });
      assert.equal(refused.status, 422);
      assert.match(refused.text, words);
      assert.match(refused.html, /<input[^>]*name="trust"[^>]*checked/);
      await assertValidHtml(refused.html);
    }
  });

  it('gives every step a new cookie, and the old one is worth nothing', async (t) => {
    const { portal, browser, code } = await arrange(t);
    await browser.get('/anmelden');
    const visitor = browser.cookie;
    await browser.submit('/anmelden', LOGIN);
    const waiting = browser.cookie;
    await browser.submit(STEP, { otp: code() });
    assert.equal(new Set([visitor, waiting, browser.cookie]).size, 3);
    for (const cookie of [visitor, waiting]) {
      const thief = portal.client();
      thief.cookie = cookie;
      assert.match((await thief.get('/auftraege')).address, /^\/anmelden/);
    }
  });

  it('keeps a form that the end of the session interrupted through both steps', async (t) => {
    const { portal, browser, code } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.submit(STEP, { otp: code() });
    const { key: _key, ...booking } = pickupInput(await idsOf(portal.database));
    await browser.get(
      `/abholungen/neu/pruefen?${new URLSearchParams({ ...booking, reference: 'Akte <7>' })}`,
    );
    await portal.database.owner.sql('delete from session');
    await browser.submit('/abholungen');
    portal.clock.advance({ minutes: 1 });
    await browser.submit('/anmelden', LOGIN);
    assert.equal(browser.page.status, 200);
    await browser.submit(STEP, { otp: 'falsch' });
    const resumed = await browser.submit(STEP, { otp: code() });
    assert.match(resumed.text, /Ihre Eingaben sind noch da/);
    assert.match((await browser.submit('/abholungen')).text, /A-2026-/);
    const [order] = await portal.database.owner.sql('select reference from service_order');
    assert.deepEqual(order, { reference: 'Akte <7>' });
  });

  it('can be left by signing out', async (t) => {
    const { browser, sessions } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.submit('/abmelden');
    assert.deepEqual(await sessions(), []);
  });

  it('says when to come back after too many codes', async (t) => {
    const { browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    for (let tries = 0; tries < CODE_LIMIT.hits; tries += 1) await browser.submit(STEP, { otp: '000' });
    const page = await browser.submit(STEP, { otp: CODES[0] });
    assert.equal(page.status, 429);
    assert.equal(page.headers.get('retry-after'), `${CODE_LIMIT.seconds}`);
  });

  it('is not asked of colleagues, who have none', async (t) => {
    const { browser } = await arrange(t);
    assert.equal((await browser.signIn('D100001', 'mitarbeit@d100001.example')).address, '/');
  });

  it('cannot be gone around by a one-time password from the mailbox', async (t) => {
    const { portal, browser, code, sessions } = await arrange(t);
    await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    const page = await browser.submit('/neues-passwort', { password: NEW_PASSWORD, repeat: NEW_PASSWORD });
    assert.equal(page.address, STEP);
    assert.deepEqual(await sessions(), [{ stage: 'second-factor' }]);
    assert.equal((await browser.submit(STEP, { otp: code() })).address, '/');
  });

  it('is a refusal for programs, and leaves them no session', async (t) => {
    const { portal, sessions } = await arrange(t);
    const signIn = () =>
      portal.app.request('http://portal.test/api/v1/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(LOGIN),
      });
    const answer = await signIn();
    assert.deepEqual([answer.status, (await answer.json()).code], [403, 'second-factor-required']);
    await portal.database.owner.sql('delete from totp');
    await demand({ portal });
    assert.equal((await (await signIn()).json()).code, 'enrolment-required');
    assert.deepEqual(await sessions(), []);
  });
});

describe('a session in the middle of signing in', () => {
  const stages = {
    'second-factor': { path: STEP, opens: [STEP] },
    enrol: { path: ENROL, opens: [ENROL] },
    'new-password': { path: '/neues-passwort', opens: ['/neues-passwort'] },
  };
  const isOpenTo = (path: string, opens: readonly string[]) =>
    path === '/abmelden' || opens.some((open) => path === open || path.startsWith(`${open}/`));

  for (const [stage, { path: wanted, opens }] of Object.entries(stages)) {
    it(`at the stage ${stage} reaches nothing but its step and the way out, whatever there is`, async (t) => {
      const { portal, browser } = await arrange(t);
      await browser.signIn('D100001', HENRIKE);
      await portal.database.owner.sql('update session set stage = $1', [stage]);
      const _csrf = (await browser.get(wanted)).forms
        .flatMap(({ fields }) => fields)
        .find(([name]) => name === '_csrf')?.[1];
      const guarded = routes.filter(
        ({ path, access }) => access !== 'public' && access !== 'demo' && !isOpenTo(path, opens),
      );
      assert.ok(guarded.length > 30);
      const before = await portal.database.owner.sql('select count(*)::int as count from audit_entry');
      for (const { method, path, door } of guarded) {
        const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, '1');
        const response = await portal.app.request(`http://portal.test${address}`, {
          method,
          headers: {
            cookie: browser.cookie,
            origin: 'http://portal.test',
            'sec-fetch-site': 'same-origin',
            ...(method === 'GET' ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
          },
          ...(method === 'GET' ? {} : { body: `_csrf=${_csrf}` }),
        });
        const told = `${method} ${path}: ${response.status}`;
        if (door === 'api') assert.ok([401, 403].includes(response.status), told);
        // at the desk a session of a firm is nobody's
        else if (path.startsWith('/desk'))
          assert.match(response.headers.get('location') ?? '', /^\/desk\/anmelden/, told);
        else assert.deepEqual([response.status, response.headers.get('location')], [303, wanted], told);
      }
      assert.deepEqual(
        await portal.database.owner.sql('select count(*)::int as count from audit_entry'),
        before,
      );
    });
  }

  it('lasts half an hour', async (t) => {
    const { portal, browser, code } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    portal.clock.advance({ minutes: 30 });
    const page = await browser.submit(STEP, { otp: code() });
    assert.equal(page.address, '/anmelden');
  });

  it('shows no navigation and no firm', async (t) => {
    const { browser } = await arrange(t);
    const page = await browser.signIn('D100001', HENRIKE);
    assert.ok(!page.text.includes('Kanzlei') && !page.html.includes('href="/auftraege"'));
  });
});

describe('a firm that asks for a second factor', () => {
  const JONAS = 'mitarbeit@d100001.example';

  it('leads whoever has none to set one up, and then on', async (t) => {
    const { portal, browser, sessions } = await arrange(t);
    await demand({ portal });
    await browser.get('/auftraege');
    const page = await browser.submit('/anmelden', { ...LOGIN, email: JONAS });
    assert.equal(page.address, `${ENROL}?weiter=%2Fauftraege`);
    assert.match(page.text, /Kanzlei am Laternenplatz.* verlangt/);
    await assertValidHtml(page.html);
    assert.deepEqual(await sessions(), [{ stage: 'enrol' }]);
    const { codes } = await setUpApp(portal, browser, ENROL);
    assert.equal(codes.length, 10);
    assert.deepEqual(await sessions(), [{ stage: 'full' }]);
    await assertValidHtml(browser.page.html);
    assert.ok(browser.page.html.includes('href="/auftraege"'));
    assert.equal((await browser.get('/auftraege')).status, 200);
  });

  it('gives time to find the telephone', async (t) => {
    const { portal, browser } = await arrange(t);
    await demand({ portal });
    await browser.signIn('D100001', JONAS);
    portal.clock.advance({ minutes: 29 });
    await setUpApp(portal, browser, ENROL);
    assert.equal((await browser.get('/auftraege')).status, 200);
  });

  it('asks those who have one as always, and leaves other firms alone', async (t) => {
    const { portal, browser } = await arrange(t);
    await demand({ portal });
    assert.equal((await browser.signIn('D100001', HENRIKE)).address, STEP);
    assert.equal((await portal.client().signIn('D100002', 'admin@d100002.example')).address, '/');
  });

  it('is asked for after a one-time password as well', async (t) => {
    const { portal, browser } = await arrange(t);
    await demand({ portal });
    await browser.signIn('D100001', JONAS, await oneTimePassword(portal, JONAS));
    await browser.submit('/neues-passwort', { password: NEW_PASSWORD, repeat: NEW_PASSWORD });
    assert.equal(browser.page.address, ENROL);
  });
});

describe('a trusted device', () => {
  const DAY = 24 * 60 * 60;

  /** As after the end of the session: of its cookies the browser has only that of the device. */
  function signInAgain(browser: Client, number: string, email: string, password?: string) {
    const kept = browser.cookie.split('; ').filter((pair) => pair.startsWith(DEVICE_COOKIE));
    browser.cookie = kept.join('; ');
    return browser.signIn(number, email, password);
  }

  /** Signs in with the box ticked. */
  async function trusting({ browser, code }: Awaited<ReturnType<typeof arrange>>) {
    await signInAgain(browser, 'D100001', HENRIKE);
    return browser.submit(STEP, { otp: code(), trust: 'on' }, { follow: false });
  }

  it('is really remembered, for thirty days to the second', async (t) => {
    const all = await arrange(t);
    const { portal, browser, code } = all;
    await trusting(all);
    for (const seconds of [1, 13 * DAY, 17 * DAY - 2]) {
      portal.clock.advance({ seconds });
      assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).address, '/', `after ${seconds} seconds`);
    }
    portal.clock.advance({ seconds: 1 });
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).address, STEP);
    await browser.submit(STEP, { otp: code() });
  });

  it('keeps a random token for the browser and its hash for us; strict, HttpOnly, __Host- over https', async (t) => {
    const all = await arrange(t);
    const answer = await trusting(all);
    const cookie = answer.headers.getSetCookie().find((line) => line.startsWith(`${DEVICE_COOKIE}=`)) ?? '';
    assert.match(
      cookie,
      /^kundenportal-device=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=2592000$/,
    );
    const token = cookie.slice(DEVICE_COOKIE.length + 1, DEVICE_COOKIE.length + 44);
    const rows = await all.portal.database.owner.sql<{ row: string }>(
      'select d::text as row from trusted_device d',
    );
    assert.equal(rows.length, 1);
    assert.ok(
      !rows[0]?.row.includes(token) &&
        !rows[0]?.row.includes(Buffer.from(token, 'base64url').toString('hex')),
    );

    const secure = await arrange(t, { services: { baseUrl: 'https://portal.test' } });
    const headers = { origin: 'https://portal.test' };
    await secure.browser.get('/anmelden');
    await secure.browser.submit('/anmelden', LOGIN, { headers });
    const over = await secure.browser.submit(
      STEP,
      { otp: secure.code(), trust: 'on' },
      { follow: false, headers },
    );
    assert.match(
      over.headers.getSetCookie().join('\n'),
      /^__Host-kundenportal-device=[\w-]{43}; .*SameSite=Strict.*; Secure$/m,
    );
  });

  it('is of no use to somebody else, nor in another browser', async (t) => {
    const all = await arrange(t);
    const { portal, browser, code } = all;
    await trusting(all);
    assert.equal((await signInAgain(portal.client(), 'D100001', HENRIKE)).address, STEP);
    await giveApp(portal.database, 'mitarbeit@d100001.example');
    assert.equal((await signInAgain(browser, 'D100001', 'mitarbeit@d100001.example')).address, STEP);
    portal.clock.advance({ minutes: 1 });
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).address, '/', 'still trusted by its owner');
    assert.ok(code());
  });

  it('can be trusted by several people, each for themselves', async (t) => {
    const all = await arrange(t);
    const { portal, browser } = all;
    const JONAS = 'mitarbeit@d100001.example';
    const jonas = await giveApp(portal.database, JONAS);
    await trusting(all);
    const first = browser.cookie;
    await signInAgain(browser, 'D100001', JONAS);
    await browser.submit(STEP, { otp: codeAt(jonas, portal.clock()), trust: 'on' });
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).address, '/');
    assert.equal((await signInAgain(browser, 'D100001', JONAS)).address, '/');
    // the token from before is worth nothing: whoever planted or copied it has gained nothing
    const thief = portal.client();
    thief.cookie = first;
    assert.equal((await signInAgain(thief, 'D100001', HENRIKE)).address, STEP);
    assert.equal((await signInAgain(thief, 'D100001', JONAS)).address, STEP);
  });

  it('never takes over a token that somebody planted', async (t) => {
    const all = await arrange(t);
    const planted = 'p'.repeat(43);
    all.browser.cookie = `${DEVICE_COOKIE}=${planted}`;
    await trusting(all);
    const attacker = all.portal.client();
    attacker.cookie = `${DEVICE_COOKIE}=${planted}`;
    assert.equal((await signInAgain(attacker, 'D100001', HENRIKE)).address, STEP);
  });

  it('is no longer trusted after a new password', async (t) => {
    const all = await arrange(t);
    const { portal, browser, code } = all;
    await trusting(all);
    await signInAgain(browser, 'D100001', HENRIKE, await oneTimePassword(portal));
    await browser.submit('/neues-passwort', { password: NEW_PASSWORD, repeat: NEW_PASSWORD });
    assert.equal(browser.page.address, STEP);
    portal.clock.advance({ minutes: 1 });
    await browser.submit(STEP, { otp: code() });
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE, NEW_PASSWORD)).address, STEP);
  });

  it('is not locked out by a stranger who guesses the password', async (t) => {
    const all = await arrange(t);
    const { portal, browser } = all;
    await trusting(all);
    const stranger = portal.client();
    for (let tries = 0; tries < 11; tries += 1)
      await signInAgain(stranger, 'D100001', HENRIKE, `guess ${tries} guess`);
    assert.equal(stranger.page.status, 429);
    assert.equal(
      (await signInAgain(portal.client(), 'D100001', HENRIKE)).status,
      429,
      'any other browser waits',
    );
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).address, '/');
  });

  it('has attempts of its own, and not without end', async (t) => {
    const all = await arrange(t);
    const { browser } = all;
    await trusting(all);
    for (let tries = 0; tries < 10; tries += 1)
      await signInAgain(browser, 'D100001', HENRIKE, `guess ${tries} guess`);
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).status, 429);
  });

  it('does nothing against the limit of an address', async (t) => {
    const all = await arrange(t);
    const { portal, browser } = all;
    await trusting(all);
    const stranger = portal.client();
    for (let tries = 0; tries < 60; tries += 1)
      await signInAgain(stranger, 'D100001', `nobody${tries}@d100001.example`);
    assert.equal((await signInAgain(browser, 'D100001', HENRIKE)).status, 429);
  });
});

it('shows recovery codes once: the page that shows them is nowhere to be had again', async (t) => {
  const portal = await testApp({}, t);
  const browser = portal.client();
  await browser.signIn('D100001', HENRIKE);
  await setUpApp(portal, browser);
  assert.equal(shownCodes(browser).length, 10);
  assert.match(browser.page.html, /download="kundenportal-codes.txt"/);
  for (const address of ['/konto/sicherheit', '/konto/sicherheit/app', '/konto/meine-daten']) {
    await browser.get(address);
    assert.deepEqual(shownCodes(browser), [], address);
  }
});
