import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { waitingJobs } from '../../../test/support/jobs.ts';
import { deactivate, lastAudit } from '../../../test/support/people.ts';
import { giveCodes, shownCodes } from '../../../test/support/second-factor.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';
import { authenticator, type Faults } from './test-support/authenticator.ts';

const HENRIKE = 'admin@d100001.example';
const MAREIKE = 'buero@mehrfach.example';
const NEW = '/konto/sicherheit/passkey';
const SIGN_IN = '/anmelden/passkey';
const SITE = { origin: 'http://localhost', rpId: 'localhost' };

/** The portal under a name, as browsers know passkeys for it. */
async function arrange(t: TestContext, options: { isFirstFactor?: boolean } = {}) {
  const portal = await testApp({ services: { baseUrl: SITE.origin } }, t);
  const headers = { origin: SITE.origin };
  const client = () => {
    const browser = portal.client();
    return {
      get: (address, options) => browser.get(address, options),
      get page() {
        return browser.page;
      },
      get cookie() {
        return browser.cookie;
      },
      set cookie(header: string) {
        browser.cookie = header;
      },
      post: (address, fields, options) => browser.post(address, fields, { headers, ...options }),
      submit: (action, fields, options) => browser.submit(action, fields, { headers, ...options }),
      async signIn(customerNumber, email, password = DEMO_PASSWORD) {
        await browser.get('/anmelden');
        return browser.submit('/anmelden', { customerNumber, email, password }, { headers });
      },
    } satisfies Client as Client;
  };
  /** What the script of the page does before it asks the authenticator. */
  const challenge = async (browser: Client, action: string) => {
    const _csrf =
      browser.page.forms.flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')?.[1] ?? '';
    const response = await portal.app.request(`${SITE.origin}${action}/aufgabe`, {
      method: 'POST',
      headers: { ...headers, 'sec-fetch-site': 'same-origin', cookie: browser.cookie, 'x-csrf-token': _csrf },
    });
    return { status: response.status, options: await response.json().catch(() => ({})) };
  };
  const key = authenticator(SITE);
  const register = async (browser: Client, own = key, faults: Faults = {}, name = 'Notebook') => {
    await browser.get(NEW);
    const { options } = await challenge(browser, NEW);
    return browser.submit(NEW, { name, credential: own.register(options, faults) });
  };
  const signInBy = async (
    browser: Client,
    own = key,
    faults: Faults = {},
    fields: Record<string, string> = {},
  ) => {
    await browser.get('/anmelden');
    const { options } = await challenge(browser, SIGN_IN);
    return browser.submit(SIGN_IN, { credential: own.assert(options, faults), ...fields });
  };
  const browser = client();
  await browser.signIn('D100001', HENRIKE);
  if (!options.isFirstFactor) await giveCodes(portal.database, HENRIKE);
  return { portal, client, browser, key, challenge, register, signInBy };
}

describe('adding a passkey', () => {
  it('shows recovery codes the first time, tells the person, leaves audit; the private key never leaves its owner', async (t) => {
    const { portal, browser, register } = await arrange(t, { isFirstFactor: true });
    const page = await register(browser);
    assert.equal(page.status, 200);
    assert.equal(shownCodes(browser).length, 10);
    await assertValidHtml(page.html);
    const again = await register(browser, authenticator(SITE), {}, '');
    assert.equal(again.address, '/konto/sicherheit?ok=passkey');
    assert.match(again.text, /Notebook/);
    await assertValidHtml(again.html);
    assert.ok((await lastAudit(portal.database, 'person.passkey-added'))?.after);
    const told = (await waitingJobs(portal.database)).map(({ data }) => data.what);
    assert.deepEqual(told, ['passkey-added', 'passkey-added']);
  });

  it('offers only keys that are not registered yet, with verification of the user, and says nothing about who it is', async (t) => {
    const { browser, challenge, register, key } = await arrange(t);
    await register(browser);
    await browser.get(NEW);
    const { options } = await challenge(browser, NEW);
    assert.deepEqual(
      options.excludeCredentials.map(({ id }: { id: string }) => id),
      [key.credentialId],
    );
    assert.equal(options.authenticatorSelection.userVerification, 'required');
    assert.equal(options.authenticatorSelection.residentKey, 'required');
    assert.equal(options.attestation, 'none');
    assert.equal(Buffer.from(options.user.id, 'base64url').length, 32);
    assert.ok(Buffer.from(options.challenge, 'base64url').length >= 16);
  });

  const faults: Record<string, Faults> = {
    'another origin': { origin: 'https://evil.example' },
    'another site': { rpId: 'evil.example' },
    'a challenge that was never given': { challenge: Buffer.alloc(32).toString('base64url') },
    'a signature in place of a registration': { type: 'webauthn.get' },
    'an unverified user': { isUnverified: true },
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`refuses ${name}`, async (t) => {
      const { portal, browser, register } = await arrange(t);
      const page = await register(browser, undefined, fault);
      assert.equal(page.status, 422);
      assert.match(page.text, /Der Passkey wurde nicht angenommen/);
      await assertValidHtml(page.html);
      assert.deepEqual(await portal.database.owner.sql('select 1 from passkey'), []);
    });
  }

  it('refuses what is no credential, keeps the name, and never fails', async (t) => {
    const { portal, browser } = await arrange(t);
    for (const credential of [
      '',
      '{',
      'null',
      '[]',
      '{}',
      '"x"',
      '{"id":1}',
      `{"id":"${'a'.repeat(30_000)}"}`,
      "'",
      '\0',
      '🦊',
    ]) {
      await browser.get(NEW);
      const page = await browser.submit(NEW, { name: 'Meiner <3', credential });
      assert.equal(page.status, 422, credential.slice(0, 20));
      assert.match(page.html, /value="Meiner &lt;3"/);
    }
    assert.deepEqual(await portal.database.owner.sql('select 1 from passkey'), []);
  });

  it('refuses a key that somebody has registered already, and a name that is too long', async (t) => {
    const { portal, client, browser, register } = await arrange(t);
    await register(browser);
    const jonas = client();
    await jonas.signIn('D100001', 'mitarbeit@d100001.example');
    assert.equal((await register(jonas)).status, 422);
    assert.equal((await register(browser, authenticator(SITE), {}, 'x'.repeat(61))).status, 422);
    assert.equal((await portal.database.owner.sql('select 1 from passkey')).length, 1);
  });
});

describe('signing in with a passkey', () => {
  it('needs nothing else, not even where the firm asks for a second factor', async (t) => {
    const { portal, client, browser, register, signInBy } = await arrange(t);
    await register(browser);
    await portal.database.owner.sql('update customer set requires_second_factor = true');
    const phone = client();
    const page = await signInBy(phone);
    assert.equal(page.address, '/');
    assert.match(page.text, /Henrike Brandt/);
    assert.deepEqual((await lastAudit(portal.database, 'person.sign-in'))?.after, {
      stage: 'full',
      by: 'passkey',
    });
    const [session] = await portal.database.owner.sql(
      'select stage, has_second_factor from session order by id desc',
    );
    assert.deepEqual(session, { stage: 'full', has_second_factor: true });
  });

  it('gives a new token and ends the session that was presented', async (t) => {
    const { portal, client, browser, register, signInBy } = await arrange(t);
    await register(browser);
    const phone = client();
    await phone.get('/anmelden');
    const visitor = phone.cookie;
    await signInBy(phone);
    assert.notEqual(phone.cookie, visitor);
    const thief = client();
    thief.cookie = visitor;
    assert.match((await thief.get('/auftraege')).address, /^\/anmelden/);
    assert.ok(portal);
  });

  it('goes on to where one wanted', async (t) => {
    const { client, browser, challenge, register, key } = await arrange(t);
    await register(browser);
    const phone = client();
    await phone.get('/auftraege');
    const { options } = await challenge(phone, SIGN_IN);
    assert.equal((await phone.submit(SIGN_IN, { credential: key.assert(options) })).address, '/auftraege');
  });

  const faults: Record<string, Faults> = {
    'another origin, as a forged site has': { origin: 'https://evil.example' },
    'another site': { rpId: 'evil.example' },
    'a challenge that was never given': { challenge: Buffer.alloc(32).toString('base64url') },
    'an unverified user': { isUnverified: true },
    'a signature that does not fit': { isSignatureBroken: true },
    'a count that was there before, as a copied key has': { counter: 1 },
    'a registration in place of a signature': { type: 'webauthn.create' },
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`refuses ${name}`, async (t) => {
      const { portal, client, browser, register, signInBy } = await arrange(t);
      await register(browser);
      await portal.database.owner.sql('delete from session');
      const page = await signInBy(client(), undefined, fault);
      assert.equal(page.status, 422);
      assert.match(page.text, /Der Passkey wurde nicht angenommen/);
      await assertValidHtml(page.html);
      assert.deepEqual(await portal.database.owner.sql('select 1 from session'), []);
      assert.equal((await lastAudit(portal.database, 'person.sign-in-failed'))?.object, 'passkey');
    });
  }

  it('says the same to a key that nobody knows', async (t) => {
    const { client, browser, register, signInBy } = await arrange(t);
    await register(browser);
    const unknown = await signInBy(client(), authenticator(SITE));
    const broken = await signInBy(client(), undefined, { isSignatureBroken: true });
    assert.deepEqual([unknown.status, unknown.text], [broken.status, broken.text]);
  });

  it('takes each challenge once, within five minutes, from the page that it was given to, for its purpose', async (t) => {
    const { portal, client, browser, challenge, register, key } = await arrange(t);
    await register(browser);
    const phone = client();
    const post = async (from: Client, credential: string) => {
      await from.get('/anmelden');
      return (await from.submit(SIGN_IN, { credential })).status;
    };
    await phone.get('/anmelden');
    const replayed = key.assert((await challenge(phone, SIGN_IN)).options);
    assert.equal(await post(phone, replayed), 200);
    await phone.submit('/abmelden');
    assert.equal(await post(phone, replayed), 422);

    const stranger = client();
    await stranger.get('/anmelden');
    const stolen = key.assert((await challenge(stranger, SIGN_IN)).options);
    assert.equal(await post(phone, stolen), 422, 'given to another page');

    const late = (await challenge(phone, SIGN_IN)).options;
    portal.clock.advance({ minutes: 5 });
    assert.equal(await post(phone, key.assert(late)), 422);
    const inTime = (await challenge(phone, SIGN_IN)).options;
    portal.clock.advance({ minutes: 4, seconds: 59 });
    assert.equal(await post(phone, key.assert(inTime)), 200);

    portal.clock.advance({ minutes: 11 });
    await browser.get('/konto/bestaetigen');
    const toConfirm = (await challenge(browser, '/konto/bestaetigen/passkey')).options;
    assert.equal(await post(client(), key.assert(toConfirm)), 422, 'given for another purpose');
  });

  it('is refused to somebody who was deactivated', async (t) => {
    const { portal, client, browser, register, signInBy } = await arrange(t);
    await register(browser);
    await deactivate(portal.database.owner, HENRIKE);
    assert.equal((await signInBy(client())).status, 422);
  });

  it('takes the typed customer number, or lets somebody with several choose', async (t) => {
    const { portal, client, register, signInBy } = await arrange(t);
    await giveCodes(portal.database, MAREIKE);
    const mareike = client();
    await mareike.signIn('D100003', MAREIKE);
    await register(mareike);
    const several = client();
    const choice = await signInBy(several);
    assert.equal(choice.address, '/konto/firma-wechseln');
    assert.match(choice.text, /D100003, gerade gewählt/);
    const typed = await signInBy(client(), undefined, {}, { customerNumber: 'd 100 002' });
    assert.equal(typed.address, '/');
    assert.match(typed.text, /D100002/);
    assert.equal((await signInBy(client(), undefined, {}, { customerNumber: 'D100001' })).status, 422);
    assert.match(
      (await signInBy(client(), undefined, {}, { customerNumber: 'X1' })).text,
      /Ein „D“ und danach nur Ziffern/,
    );
  });

  it('has no challenges without end for one address', async (t) => {
    const { client, challenge } = await arrange(t);
    const visitor = client();
    await visitor.get('/anmelden');
    const statuses = [];
    for (let asked = 0; asked < 61; asked += 1) statuses.push((await challenge(visitor, SIGN_IN)).status);
    assert.deepEqual(statuses, [...Array.from({ length: 60 }, () => 200), 429]);
  });
});

describe('a passkey as the second step', () => {
  async function waiting(t: TestContext) {
    const all = await arrange(t);
    await all.register(all.browser);
    await all.portal.database.owner.sql('update customer set requires_second_factor = true');
    const laptop = all.client();
    await laptop.signIn('D100001', HENRIKE);
    return { ...all, laptop };
  }
  const STEP = '/anmelden/zweiter-schritt/passkey';

  it('lets in after the password', async (t) => {
    const { laptop, challenge, key } = await waiting(t);
    await assertValidHtml(laptop.page.html);
    const { options } = await challenge(laptop, STEP);
    assert.deepEqual(
      options.allowCredentials.map(({ id }: { id: string }) => id),
      [key.credentialId],
    );
    assert.equal((await laptop.submit(STEP, { credential: key.assert(options) })).address, '/');
  });

  it('takes no passkey of a colleague', async (t) => {
    const { client, laptop, challenge, register } = await waiting(t);
    const jonas = client();
    await jonas.signIn('D100001', 'mitarbeit@d100001.example');
    const theirs = authenticator(SITE);
    await jonas.get('/anmelden/einrichten');
    const offered = await challenge(jonas, '/anmelden/einrichten/passkey');
    await jonas.submit('/anmelden/einrichten/passkey', {
      name: '',
      credential: theirs.register(offered.options),
    });
    assert.equal(shownCodes(jonas).length, 10, 'set up in the middle of signing in');
    assert.equal((await jonas.get('/auftraege')).status, 200);

    const { options } = await challenge(laptop, STEP);
    assert.equal((await laptop.submit(STEP, { credential: theirs.assert(options) })).status, 422);
    assert.match((await laptop.get('/auftraege')).address, /zweiter-schritt/);
    assert.ok(register);
  });
});

describe('a passkey as proof of identity', () => {
  it('confirms, and only for its owner', async (t) => {
    const { portal, client, browser, challenge, register, key } = await arrange(t);
    await register(browser);
    portal.clock.advance({ minutes: 11 });
    const CONFIRM = '/konto/bestaetigen/passkey';
    await browser.get('/konto/sicherheit/app');
    await assertValidHtml(browser.page.html);
    const { options } = await challenge(browser, CONFIRM);
    assert.equal(
      (await browser.submit(CONFIRM, { credential: key.assert(options) })).address,
      '/konto/sicherheit/app',
    );
    assert.deepEqual((await lastAudit(portal.database, 'person.confirm'))?.after, { by: 'passkey' });

    const jonas = client();
    await jonas.signIn('D100001', 'mitarbeit@d100001.example');
    await register(jonas, authenticator(SITE));
    portal.clock.advance({ minutes: 11 });
    await jonas.get('/konto/bestaetigen');
    const theirs = (await challenge(jonas, CONFIRM)).options;
    assert.equal((await jonas.submit(CONFIRM, { credential: key.assert(theirs) })).status, 422);
  });
});

describe('removing a passkey', () => {
  it('ends the other sessions and takes the recovery codes along with the last factor', async (t) => {
    const { portal, client, browser, register, signInBy } = await arrange(t);
    await register(browser);
    const phone = client();
    await signInBy(phone);
    await browser.get('/konto/sicherheit');
    const page = await browser.submit(`${NEW}/entfernen`);
    assert.equal(page.address, '/konto/sicherheit?ok=passkey-entfernt');
    for (const table of ['passkey', 'recovery_code']) {
      assert.deepEqual(await portal.database.owner.sql(`select 1 from ${table}`), [], table);
    }
    assert.match((await phone.get('/auftraege')).address, /^\/anmelden/);
    assert.equal((await signInBy(client())).status, 422);
    assert.deepEqual((await lastAudit(portal.database, 'person.passkey-removed'))?.before, {
      name: 'Notebook',
    });
  });

  it('is refused for somebody else’s, for nonsense, and for the last one that the firm asks for', async (t) => {
    const { portal, client, browser, register } = await arrange(t);
    await register(browser);
    await browser.get('/konto/sicherheit');
    const own =
      browser.page.forms
        .find(({ action }) => action.endsWith('/entfernen'))
        ?.fields.find(([name]) => name === 'id')?.[1] ?? '';
    const jonas = client();
    await jonas.signIn('D100001', 'mitarbeit@d100001.example');
    await jonas.get('/konto/sicherheit');
    assert.equal((await jonas.post(`${NEW}/entfernen`, { id: own })).status, 404);
    for (const id of ['', '0', '-1', "1' or '1'='1", '9'.repeat(30), '🦊']) {
      const page = await browser.post(`${NEW}/entfernen`, { id });
      assert.ok([404, 422].includes(page.status), `${page.status} for ${id}`);
      await browser.get('/konto/sicherheit');
    }
    await portal.database.owner.sql('update customer set requires_second_factor = true');
    assert.equal((await browser.post(`${NEW}/entfernen`, { id: own })).status, 409);
    assert.equal((await portal.database.owner.sql('select 1 from passkey')).length, 1);
    await browser.get('/konto/sicherheit');
    assert.match(browser.page.text, /Ihr letzter zweiter Faktor/);
  });

  it('leaves one when two are removed at once while the firm asks for a second factor', async (t) => {
    const { portal, browser, register } = await arrange(t);
    await register(browser);
    await register(browser, authenticator(SITE), {}, 'Schlüssel');
    await portal.database.owner.sql('update customer set requires_second_factor = true');
    await browser.get('/konto/sicherheit');
    const ids = browser.page.forms
      .filter(({ action }) => action === `${NEW}/entfernen`)
      .map(({ fields }) => fields.find(([name]) => name === 'id')?.[1] ?? '');
    assert.equal(ids.length, 2);
    const answers = await Promise.all(
      ids.map((id) => browser.post(`${NEW}/entfernen`, { id }, { follow: false })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
    assert.equal((await portal.database.owner.sql('select 1 from passkey')).length, 1);
  });
});

it('is not offered where browsers make no passkeys, and the demo says where they do', async (t) => {
  for (const [baseUrl, isOffered] of [
    ['http://127.0.0.1:3000', false],
    ['http://portal.example', false],
    ['https://192.0.2.7', false],
    ['https://portal.example', true],
    ['http://localhost:3000', true],
  ] as const) {
    const portal = await testApp({ services: { baseUrl } }, t);
    const browser = portal.client();
    const headers = { origin: baseUrl };
    const page = await browser.get('/anmelden');
    assert.equal(page.html.includes('data-passkey'), isOffered, baseUrl);
    await browser.submit(
      '/anmelden',
      { customerNumber: 'D100001', email: HENRIKE, password: DEMO_PASSWORD },
      { headers },
    );
    const own = await browser.get(NEW);
    await assertValidHtml(own.html);
    assert.equal(own.html.includes('data-passkey'), isOffered, baseUrl);
    assert.equal(
      own.html.includes('http://localhost:3000/konto/sicherheit/passkey'),
      baseUrl.includes('127.0.0.1'),
    );
  }
});
