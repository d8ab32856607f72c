import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { waitingJobs } from '../../../test/support/jobs.ts';
import { deactivate } from '../../../test/support/people.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';
import { MAIL_LIMIT } from './request-one-time-password.ts';
import { HENRIKE, NEW_PASSWORD as NEW, oneTimePassword } from './test-support/login.ts';

async function request(portal: TestApp, email: string, browser: Client = portal.client()) {
  await browser.get('/passwort-vergessen');
  return browser.submit('/passwort-vergessen', { email });
}

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  return { portal, browser: portal.client() };
}

describe('asking for a one-time password', () => {
  it('answers byte for byte the same for known and unknown addresses, and enqueues the same', async (t) => {
    const { portal } = await arrange(t);
    const answers = [];
    for (const email of [HENRIKE, 'nobody@d100009.example']) {
      const browser = portal.client();
      await browser.get('/passwort-vergessen');
      const redirect = await browser.submit('/passwort-vergessen', { email }, { follow: false });
      const page = await browser.get(redirect.headers.get('location') ?? '');
      const headers = [...redirect.headers].filter(([name]) => name !== 'x-request-id');
      answers.push({ status: redirect.status, headers, body: redirect.html, page: page.html });
    }
    assert.deepEqual(answers[0], answers[1]);
    const jobs = await waitingJobs(portal.database);
    assert.deepEqual(
      jobs.map(({ name, data }) => [name, data.email]),
      [
        ['mail.one-time-password', HENRIKE],
        ['mail.one-time-password', 'nobody@d100009.example'],
      ],
    );
  });

  it('sends a letter in the person’s language, with everything they need', async (t) => {
    const { portal } = await arrange(t);
    await portal.database.owner.sql("update person set language = 'en' where email = $1", [
      'admin@d100002.example',
    ]);
    await request(portal, HENRIKE.toUpperCase());
    await request(portal, 'admin@d100002.example');
    await portal.drain();
    const letters = await portal.letters();
    assert.equal(letters.length, 2);
    const german = letters.find(({ recipient }) => recipient === HENRIKE);
    const english = letters.find(({ recipient }) => recipient === 'admin@d100002.example');
    for (const body of [german?.text ?? '', german?.html ?? '']) {
      for (const part of [
        'Henrike Brandt',
        'D100001',
        '23.11.2026, 10:30 Uhr',
        'http://portal.test/anmelden',
      ]) {
        assert.ok(body.includes(part), `${part} is missing in ${body}`);
      }
      assert.match(body, /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/);
    }
    assert.match(english?.text ?? '', /Valid until: Mon, 23 Nov 2026, 10:30/);
  });

  it('names every number that the password is for', async (t) => {
    const { portal } = await arrange(t);
    await portal.database.owner.sql(
      `insert into membership (customer_id, person_id, is_admin, rights)
       select c.id, p.id, false, '{}' from customer c, person p where c.number = 'D100003' and p.email = $1`,
      [HENRIKE],
    );
    await request(portal, HENRIKE);
    await portal.drain();
    assert.match((await portal.letters())[0]?.text ?? '', /Kundennummern: D100001, D100003/);
  });

  it('sends nothing to strangers and to people who were deactivated', async (t) => {
    const { portal } = await arrange(t);
    await deactivate(portal.database.owner, HENRIKE);
    await request(portal, HENRIKE);
    await request(portal, 'nobody@d100009.example');
    assert.equal(await portal.drain(), 2);
    assert.deepEqual(await portal.letters(), []);
    assert.deepEqual(await portal.database.owner.sql('select 1 from one_time_password'), []);
  });

  it('keeps only a hash', async (t) => {
    const { portal } = await arrange(t);
    const secret = await oneTimePassword(portal);
    const tables = ['one_time_password', 'pgboss.job', 'audit_entry', 'throttle'];
    for (const table of tables) {
      const rows = await portal.database.owner.sql<{ row: string }>(`select t::text as row from ${table} t`);
      for (const { row } of rows)
        assert.ok(!row.includes(secret) && !row.includes(secret.replaceAll('-', '')));
    }
  });

  it('stops flooding a mailbox without saying so', async (t) => {
    const { portal } = await arrange(t);
    for (let asked = 0; asked < MAIL_LIMIT.hits + 2; asked += 1) {
      assert.equal((await request(portal, HENRIKE)).address, '/passwort-vergessen?angefordert=1');
    }
    assert.equal(await portal.drain(), MAIL_LIMIT.hits);
  });

  it('helps with an address that is none', async (t) => {
    const { portal, browser } = await arrange(t);
    const page = await request(portal, 'henrike', browser);
    assert.equal(page.status, 422);
    assert.match(page.text, /Bitte eine E-Mail-Adresse eingeben/);
    assert.match(page.html, /value="henrike"/);
    assert.deepEqual(await waitingJobs(portal.database), []);
  });

  it('a second request replaces the first password', async (t) => {
    const { portal } = await arrange(t);
    const first = await oneTimePassword(portal);
    const second = await oneTimePassword(portal);
    assert.equal((await portal.client().signIn('D100001', HENRIKE, first)).status, 422);
    assert.equal((await portal.client().signIn('D100001', HENRIKE, second)).address, '/neues-passwort');
  });
});

describe('a one-time password', () => {
  it('opens one page and no other', async (t) => {
    const { portal, browser } = await arrange(t);
    const page = await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    assert.equal(page.address, '/neues-passwort');
    assert.match(page.text, /Neues Passwort vergeben/);
    for (const address of ['/', '/auftraege', '/bestellen', '/abholungen/neu', '/anmelden']) {
      assert.equal((await browser.get(address)).address, '/neues-passwort', address);
    }
    await browser.get('/neues-passwort');
    const posted = await browser.post('/sprache', { language: 'en', back: '/' });
    assert.equal(posted.address, '/neues-passwort');
    assert.equal((await browser.get('/neues-passwort?lang=en')).text.includes('Choose a new password'), true);
  });

  it('is typed as people type', async (t) => {
    const { portal, browser } = await arrange(t);
    const typed = ` ${(await oneTimePassword(portal)).toLowerCase().replaceAll('-', ' ')} `;
    assert.equal((await browser.signIn('d 100001', HENRIKE, typed)).address, '/neues-passwort');
  });

  it('opens once', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await oneTimePassword(portal);
    await browser.signIn('D100001', HENRIKE, secret);
    const page = await portal.client().signIn('D100001', HENRIKE, secret);
    assert.equal(page.status, 422);
    assert.match(page.text, /passen nicht zusammen/);
  });

  it('opens once also for two who come together', async (t) => {
    const { portal } = await arrange(t);
    const secret = await oneTimePassword(portal);
    const browsers = [portal.client(), portal.client(), portal.client()];
    const pages = await Promise.all(browsers.map((one) => one.signIn('D100001', HENRIKE, secret)));
    assert.deepEqual(pages.map(({ status }) => status).sort(), [200, 422, 422]);
  });

  it('opens until one second before its half hour is over', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await oneTimePassword(portal);
    portal.clock.advance({ minutes: 29, seconds: 59 });
    assert.equal((await browser.signIn('D100001', HENRIKE, secret)).address, '/neues-passwort');
  });

  it('opens nothing from the half hour on', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await oneTimePassword(portal);
    portal.clock.advance({ minutes: 30 });
    assert.equal((await browser.signIn('D100001', HENRIKE, secret)).status, 422);
  });

  it('leaves the present password valid until a new one is set', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await oneTimePassword(portal);
    assert.equal((await browser.signIn('D100001', HENRIKE, DEMO_PASSWORD)).address, '/');
    assert.equal((await portal.client().signIn('D100001', HENRIKE, secret)).address, '/neues-passwort');
    assert.equal((await browser.get('/auftraege')).address, '/auftraege');
  });

  it('is of no use to the neighbours', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await oneTimePassword(portal);
    assert.equal((await browser.signIn('D100001', 'mitarbeit@d100001.example', secret)).status, 422);
    assert.equal((await browser.signIn('D100002', HENRIKE, secret)).status, 422);
  });

  it('gives half an hour to choose a password', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    portal.clock.advance({ minutes: 30 });
    const page = await browser.submit('/neues-passwort', { password: NEW, repeat: NEW });
    assert.equal(page.address, '/anmelden');
    assert.equal((await portal.client().signIn('D100001', HENRIKE, NEW)).status, 422);
  });
});

describe('choosing a new password', () => {
  it('ends all other sessions, starts a full one, and tells the person', async (t) => {
    const { portal, browser } = await arrange(t);
    const other = portal.client();
    await other.signIn('D100001', HENRIKE);
    await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    const before = browser.cookie;
    const page = await browser.submit('/neues-passwort', { password: NEW, repeat: NEW });
    assert.equal(page.address, '/');
    assert.equal(page.status, 200);
    assert.notEqual(browser.cookie, before);

    assert.equal((await other.get('/auftraege')).address, '/anmelden?weiter=%2Fauftraege');
    const stolen = portal.client();
    stolen.cookie = before;
    assert.equal((await stolen.get('/neues-passwort')).address, '/anmelden');
    assert.equal((await portal.client().signIn('D100001', HENRIKE, DEMO_PASSWORD)).status, 422);
    assert.equal((await portal.client().signIn('D100001', HENRIKE, NEW)).address, '/');

    await portal.drain();
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.subject, 'Ihr Passwort wurde geändert');
    assert.match(
      letter?.text ?? '',
      /am Mo\., 23\.11\.2026, 10:00 Uhr geändert[\s\S]*http:\/\/portal\.test\/passwort-vergessen/,
    );
    assert.ok(!letter?.text.includes(NEW));
    const actions = await portal.database.owner.sql<{ action: string; person_id: number | null }>(
      "select action, person_id from audit_entry where action = 'person.password-set'",
    );
    assert.equal(actions.length, 1);
    assert.notEqual(actions[0]?.person_id, null);
  });

  it('uses a pending one-time password up', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    const second = await oneTimePassword(portal);
    await browser.submit('/neues-passwort', { password: NEW, repeat: NEW });
    assert.equal((await portal.client().signIn('D100001', HENRIKE, second)).status, 422);
  });

  const refused = {
    nothing: ['', 'Mindestens 10 Zeichen'],
    'nine characters': ['k3mVq-81x', 'Mindestens 10 Zeichen'],
    '201 characters': [`${'k3 Vq'.repeat(40)}!`, 'Höchstens 200 Zeichen'],
    'a common one': ['Passwort2026!', 'zu leicht zu erraten'],
    'one with the customer number': ['Zugang für d100001 hier', 'zu leicht zu erraten'],
    'one with the name in the e-mail': ['Administratives Zeug 9', 'zu leicht zu erraten'],
  } as const;
  it('refuses what is too short, too long or easy to guess, and changes nothing', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    await assertUnchanged(portal.database, async () => {
      for (const [name, [password, words]] of Object.entries(refused)) {
        const page = await browser.submit('/neues-passwort', { password, repeat: password });
        assert.equal(page.status, 422, name);
        assert.ok(page.text.includes(words), `${name}: ${page.text}`);
        if (password) assert.ok(!page.html.includes(password), name);
      }
    });
  });

  it('takes 10 and 200 characters, spaces and emoji, exactly as typed', async (t) => {
    const { portal } = await arrange(t);
    for (const password of ['k3mVq-81xT', 'k3 Vq'.repeat(40), ' 🦊 läuft über die Straße ']) {
      const browser = portal.client();
      await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
      assert.equal((await browser.submit('/neues-passwort', { password, repeat: password })).address, '/');
      assert.equal((await portal.client().signIn('D100001', HENRIKE, password)).address, '/');
      portal.clock.advance({ minutes: 16 });
    }
    assert.equal((await portal.client().signIn('D100001', HENRIKE, '🦊 läuft über die Straße')).status, 422);
  });

  it('notices that the two differ', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    const page = await browser.submit('/neues-passwort', { password: NEW, repeat: `${NEW}!` });
    assert.equal(page.status, 422);
    assert.match(page.text, /Die beiden Passwörter sind verschieden/);
  });

  it('is no way around the old password for a session that is open', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.get('/auftraege');
    const page = await browser.post('/neues-passwort', { password: NEW, repeat: NEW });
    assert.equal(page.address, '/');
    assert.equal((await portal.client().signIn('D100001', HENRIKE, NEW)).status, 422);
  });

  it('can be left by signing out', async (t) => {
    const { portal, browser } = await arrange(t);
    const page = await browser.signIn('D100001', HENRIKE, await oneTimePassword(portal));
    assert.match(page.html, /formaction="\/abmelden"/);
    assert.equal((await browser.post('/abmelden')).address, '/anmelden?abgemeldet=1');
    assert.equal(browser.cookie.includes('.'), false);
  });
});
