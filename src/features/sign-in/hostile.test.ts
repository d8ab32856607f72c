import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { HENRIKE, LOGIN, NEW_PASSWORD, oneTimePassword } from './test-support/login.ts';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  return { portal, browser: portal.client() };
}

const WRONG = { ...LOGIN, password: 'something else 7' };

describe('a forged request', () => {
  const forms: { address: string; fields: Record<string, string>; isSignedIn: boolean }[] = [
    { address: '/anmelden', fields: LOGIN, isSignedIn: false },
    { address: '/passwort-vergessen', fields: { email: HENRIKE }, isSignedIn: false },
    { address: '/abmelden', fields: {}, isSignedIn: true },
    { address: '/sprache', fields: { language: 'en', back: '/' }, isSignedIn: true },
    {
      address: '/neues-passwort',
      fields: { password: NEW_PASSWORD, repeat: NEW_PASSWORD },
      isSignedIn: true,
    },
  ];
  it('is refused and changes nothing, whichever form it imitates', async (t) => {
    const { portal } = await arrange(t);
    const tokenOf = async (client: ReturnType<typeof portal.client>, page: string) => {
      const fields = (await client.get(page)).forms.flatMap((form) => form.fields);
      return fields.find(([name]) => name === '_csrf')?.[1] ?? assert.fail(`no form on ${page}`);
    };
    for (const { address, fields, isSignedIn } of forms) {
      const browser = portal.client();
      if (isSignedIn) await browser.signIn('D100001', HENRIKE);
      const own = await tokenOf(browser, isSignedIn ? '/auftraege' : '/anmelden');
      const foreign = await tokenOf(portal.client(), '/anmelden');
      const requests: [string, Record<string, string | undefined>][] = [
        ['', {}],
        [foreign, {}],
        [`${own}x`, {}],
        ['', { authorization: 'Basic Zm9vOmJhcg==' }],
        [own, { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
        [own, { origin: 'https://evil.example', 'sec-fetch-site': undefined }],
        [own, { origin: 'http://portal.test:81' }],
        [own, { origin: 'null', 'sec-fetch-site': undefined }],
        [own, { origin: undefined, 'sec-fetch-site': undefined }],
        [own, { origin: undefined, 'sec-fetch-site': 'same-site' }],
        [own, { origin: undefined, 'sec-fetch-site': 'none' }],
      ];
      await assertUnchanged(portal.database, async () => {
        for (const [_csrf, headers] of requests) {
          const page = await browser.post(address, { ...fields, _csrf }, { headers });
          assert.equal(page.status, 403, `${address} with ${JSON.stringify([_csrf, headers])}`);
        }
      });
      // the same with everything in place is let in
      const page = await browser.post(address, { ...fields, _csrf: own }, { follow: false });
      assert.equal(page.status, 303, address);
    }
  });

  it('needs the cookie as well as the token', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get('/anmelden');
    browser.cookie = '';
    await assertUnchanged(portal.database, async () => {
      assert.equal((await browser.post('/anmelden', LOGIN)).status, 403);
    });
  });

  it('cannot sign somebody in with the token of the attacker’s own page', async (t) => {
    const { portal, browser } = await arrange(t);
    const attacker = portal.client();
    await attacker.get('/anmelden');
    await browser.get('/anmelden');
    attacker.cookie = browser.cookie;
    assert.equal((await attacker.post('/anmelden', LOGIN)).status, 403);
  });
});

const HOSTILE = [
  "'",
  "' or '1'='1",
  '"><script>alert(1)</script>',
  '\u202egnp.exe\u202c',
  'a\0b',
  '🦊🐢🍀',
  '\ud800',
  '%00%0d%0aset-cookie:x=y',
  '{{7*7}}',
  'x'.repeat(10_000),
  '-1',
  '',
];

describe('hostile input', () => {
  const forms: [string, Record<string, string>][] = [
    // with a wrong password, so that any session would be a break-in
    ['/anmelden', { ...WRONG, weiter: '/auftraege', carried: '' }],
    ['/passwort-vergessen', { email: HENRIKE }],
  ];
  for (const [address, good] of forms) {
    it(`in any field of ${address} breaks nothing and opens nothing`, async (t) => {
      const { portal, browser } = await arrange(t);
      for (const field of Object.keys(good)) {
        for (const value of HOSTILE) {
          await browser.get(address);
          const page = await browser.post(address, { ...good, [field]: value });
          const told = `${page.status} for ${field} = ${JSON.stringify(value.slice(0, 40))}`;
          assert.ok(page.status < 500, told);
          assert.ok(!page.html.includes('<script>alert'), told);
        }
        // the throttle would answer in place of the verb
        await portal.database.owner.sql('delete from throttle');
      }
      await portal.drain();
      for (const table of ['session', 'one_time_password', 'mail']) {
        assert.deepEqual(await portal.database.owner.sql(`select 1 from ${table}`), [], table);
      }
    });
  }

  it('as a new password becomes a password or is refused, and nothing else', async (t) => {
    const { portal } = await arrange(t);
    for (const value of HOSTILE) {
      const browser = portal.client();
      await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
      const page = await browser.submit('/neues-passwort', { password: value, repeat: value });
      assert.ok([200, 422].includes(page.status), `${page.status} for ${JSON.stringify(value.slice(0, 40))}`);
      await portal.database.owner.sql('delete from throttle');
    }
    const people = await portal.database.owner.sql(
      'select count(*)::int as count from person where email <> $1 group by password_hash',
      [HENRIKE],
    );
    assert.equal(people.length, 1, 'somebody else’s password changed');
  });

  it('as a language changes nothing', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await assertUnchanged(portal.database, async () => {
      for (const language of HOSTILE) {
        await browser.get('/auftraege');
        assert.equal((await browser.post('/sprache', { language, back: '/' })).status, 422);
      }
    });
  });

  it('as a cookie is nobody’s session', async (t) => {
    const { portal } = await arrange(t);
    for (const value of [
      ...HOSTILE.filter((one) => !/[^\x20-\x7e]/.test(one)),
      'a'.repeat(43),
      `${'a'.repeat(43)}.fr`,
    ]) {
      const browser = portal.client();
      browser.cookie = `kundenportal=${value}`;
      assert.equal((await browser.get('/auftraege')).address, '/anmelden?weiter=%2Fauftraege');
    }
  });

  it('as a body of another kind, or too large, is refused', async (t) => {
    const { browser } = await arrange(t);
    await browser.get('/anmelden');
    const json = await browser.post('/anmelden', LOGIN, { headers: { 'content-type': 'application/json' } });
    assert.equal(json.status, 403);
    await browser.get('/anmelden');
    const large = await browser.post('/anmelden', { ...LOGIN, carried: `?a=${'x'.repeat(200_000)}` });
    assert.equal(large.status, 413);
  });
});
