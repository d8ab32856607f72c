import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit, personIdFor } from '../../../test/support/people.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { CODES, codeAt, giveApp, shownCodes } from '../../../test/support/second-factor.ts';

const HENRIKE = 'admin@d100001.example';
const JONAS = 'mitarbeit@d100001.example';
const PAGE = '/konto/sicherheit';
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:151.0) Gecko/20100101 Firefox/151.0';

async function arrange(t: TestContext, options: Parameters<typeof testApp>[0] = {}) {
  const portal = await testApp(options, t);
  const browser = portal.client();
  await browser.signIn('D100001', HENRIKE);
  /** Signs in from somewhere else. */
  const elsewhere = async (headers: Record<string, string> = {}, [number, email] = ['D100001', HENRIKE]) => {
    const client = portal.client();
    await client.get('/anmelden');
    await client.submit(
      '/anmelden',
      { customerNumber: number, email, password: 'Spreebrief-Demo-2026' },
      { headers },
    );
    return client;
  };
  return { portal, browser, elsewhere };
}

const isSignedIn = async (client: Client) => (await client.get('/auftraege')).address === '/auftraege';

const idOf = (client: Client, action: string) =>
  client.page.forms.find((form) => form.action === action)?.fields.find(([name]) => name === 'id')?.[1] ??
  assert.fail(`no form for ${action}`);

describe('the page about security', () => {
  it('is valid with nothing and with everything on it, in both languages', async (t) => {
    const { portal, browser, elsewhere } = await arrange(t);
    for (const language of ['de', 'en']) {
      await portal.database.owner.sql('update person set language = $1', [language]);
      const page = await browser.get(PAGE);
      assert.equal(page.status, 200);
      await assertValidHtml(page.html);
    }
    await giveApp(portal.database, HENRIKE);
    await portal.database.owner.sql(
      `insert into passkey (person_id, credential_id, public_key, counter, transports, name, created_at)
       values ($1, 'x', 'x', 0, '{}', '"><script>alert(1)</script>', now())`,
      [await personIdFor(portal.database, HENRIKE)],
    );
    await browser.submit('/konto/sicherheit/geraete');
    await elsewhere();
    for (const language of ['de', 'en']) {
      await portal.database.owner.sql('update person set language = $1', [language]);
      const page = await browser.get(PAGE);
      assert.ok(!page.html.includes('<script>alert'));
      await assertValidHtml(page.html);
    }
  });

  it('lists sessions with device, network and last use, and which is this one; nobody else’s', async (t) => {
    const { portal, browser, elsewhere } = await arrange(t, { services: { proxyHops: 1 } });
    await elsewhere({ 'user-agent': FIREFOX, 'x-forwarded-for': '203.0.113.77' });
    await elsewhere({ 'user-agent': 'curl/8', 'x-forwarded-for': '10.1.2.3' }, ['D100001', JONAS]);
    portal.clock.advance({ minutes: 5 });
    const { text, html } = await browser.get(PAGE);
    assert.match(text, /Firefox, Windows/);
    assert.match(text, /203\.0\.113\.0\/24/);
    assert.ok(!html.includes('203.0.113.77'), 'the whole address is not kept');
    assert.match(text, /diese Sitzung.*23\.11\.2026, 10:05 Uhr/);
    assert.ok(!text.includes('10.1.2.0'), 'a colleague’s session');
    assert.match(text, /schlagen wir nirgends nach/);
  });

  it('shows sessions for all firms of the person, and none that has run out', async (t) => {
    const { portal, elsewhere } = await arrange(t);
    const here = await elsewhere({}, ['D100002', 'buero@mehrfach.example']);
    await elsewhere({}, ['D100003', 'buero@mehrfach.example']);
    assert.match((await here.get(PAGE)).text, /D100002.*D100003/);
    portal.clock.advance({ hours: 7 });
    await here.get('/auftraege');
    portal.clock.advance({ hours: 2 });
    const forms = (await here.get(PAGE)).forms.filter(({ action }) => action.endsWith('/beenden'));
    assert.deepEqual(forms, []);
  });

  it('greets nobody with words from the address', async (t) => {
    const { browser } = await arrange(t);
    for (const ok of ['<script>', '__proto__', 'constructor', 'toString']) {
      const page = await browser.get(`${PAGE}?${new URLSearchParams({ ok })}`);
      assert.equal(page.status, 200);
      assert.ok(!page.html.includes('class="notice ok"'), ok);
    }
  });
});

describe('ending sessions', () => {
  it('ends one of one’s own, and leaves audit', async (t) => {
    const { portal, browser, elsewhere } = await arrange(t);
    const [one, other] = [await elsewhere({ 'user-agent': FIREFOX }), await elsewhere()];
    await browser.get(PAGE);
    const form = browser.page.forms.filter(({ action }) => action === `${PAGE}/sitzungen/beenden`);
    assert.equal(form.length, 2);
    const [row] = await portal.database.owner.sql<{ id: number }>(
      'select id from session where user_agent = $1',
      [FIREFOX],
    );
    const page = await browser.post(`${PAGE}/sitzungen/beenden`, { id: row?.id ?? 0 });
    assert.equal(page.address, `${PAGE}?ok=sitzung`);
    assert.deepEqual(
      [await isSignedIn(one), await isSignedIn(other), await isSignedIn(browser)],
      [false, true, true],
    );
    assert.deepEqual((await lastAudit(portal.database, 'person.end-session'))?.before, {
      network: '127.0.0.0/24',
      user_agent: FIREFOX,
    });
  });

  it('ends all others at once', async (t) => {
    const { portal, browser, elsewhere } = await arrange(t);
    const [one, other, colleague] = [
      await elsewhere(),
      await elsewhere(),
      await elsewhere({}, ['D100001', JONAS]),
    ];
    await browser.get(PAGE);
    await browser.submit(`${PAGE}/sitzungen/alle-beenden`);
    assert.deepEqual(
      [
        await isSignedIn(one),
        await isSignedIn(other),
        await isSignedIn(colleague),
        await isSignedIn(browser),
      ],
      [false, false, true, true],
    );
    assert.deepEqual((await lastAudit(portal.database, 'person.end-sessions'))?.after, { ended: 2 });
  });

  it('never touches somebody else’s, of the same firm or another, nor takes nonsense', async (t) => {
    const { portal, browser, elsewhere } = await arrange(t);
    await elsewhere({}, ['D100001', JONAS]);
    await elsewhere({}, ['D100002', 'admin@d100002.example']);
    const rows = await portal.database.owner.sql<{ id: number }>(
      'select s.id from session s join person p on p.id = s.person_id where p.email <> $1',
      [HENRIKE],
    );
    assert.equal(rows.length, 2);
    await browser.get(PAGE);
    await assertUnchanged(portal.database, async () => {
      for (const id of [
        ...rows.map((row) => `${row.id}`),
        '',
        '0',
        '-1',
        '1 or 1=1',
        '9'.repeat(30),
        '🦊',
        '\0',
        'x'.repeat(10_000),
      ]) {
        const page = await browser.post(`${PAGE}/sitzungen/beenden`, { id });
        assert.ok([404, 422].includes(page.status), `${page.status} for ${id.slice(0, 20)}`);
        await browser.get(PAGE);
      }
    });
  });
});

describe('trusting devices', () => {
  it('remembers this browser on a click, shows which it is, forgets it on another', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get(PAGE);
    const page = await browser.submit(`${PAGE}/geraete`);
    assert.equal(page.address, `${PAGE}?ok=vertraut`);
    assert.match(page.text, /dieses Gerät.*23\.12\.2026/);
    assert.ok(!page.forms.some(({ action }) => action === `${PAGE}/geraete`), 'nothing more to trust');
    assert.ok(await lastAudit(portal.database, 'person.trust-device'));

    const secret = await giveApp(portal.database, HENRIKE);
    await browser.submit('/abmelden');
    assert.equal((await browser.signIn('D100001', HENRIKE)).address, '/');
    await browser.get(PAGE);
    const gone = await browser.submit(`${PAGE}/geraete/vergessen`);
    assert.equal(gone.address, `${PAGE}?ok=vergessen`);
    await browser.submit('/abmelden');
    assert.equal((await browser.signIn('D100001', HENRIKE)).address, '/anmelden/zweiter-schritt');
    assert.ok(secret);
    await portal.drain();
    assert.deepEqual(
      (await portal.letters()).map(({ subject }) => subject),
      ['Neues vertrautes Gerät'],
    );
  });

  it('forgets no device of somebody else, and needs no proof to forget', async (t) => {
    const { portal, browser, elsewhere } = await arrange(t);
    const jonas = await elsewhere({}, ['D100001', JONAS]);
    await jonas.get(PAGE);
    await jonas.submit(`${PAGE}/geraete`);
    const theirs = idOf(jonas, `${PAGE}/geraete/vergessen`);
    await browser.get(PAGE);
    await assertUnchanged(portal.database, async () => {
      for (const id of [theirs, '', '-1', "'", '🦊', '9'.repeat(30)]) {
        assert.ok([404, 422].includes((await browser.post(`${PAGE}/geraete/vergessen`, { id })).status), id);
        await browser.get(PAGE);
      }
    });
    portal.clock.advance({ minutes: 11 });
    await jonas.get(PAGE);
    assert.equal((await jonas.submit(`${PAGE}/geraete/vergessen`)).address, `${PAGE}?ok=vergessen`);
  });
});

describe('a second factor for the whole firm', () => {
  it('is asked for and released by an administrator, who sees who has none', async (t) => {
    const { portal, browser } = await arrange(t);
    await giveApp(portal.database, JONAS);
    const page = await browser.get(PAGE);
    assert.match(page.text, /1 von 2 Personen haben einen\. Noch ohne: Henrike Brandt/);
    await browser.submit(`${PAGE}/pflicht`);
    const rules = () =>
      portal.database.owner.sql(
        'select number, requires_second_factor as is from customer where number < $1 order by 1',
        ['D100003'],
      );
    assert.deepEqual(await rules(), [
      { number: 'D100001', is: true },
      { number: 'D100002', is: false },
    ]);
    const entry = await lastAudit(portal.database, 'customer.second-factor');
    assert.deepEqual([entry?.before, entry?.after], [{ required: false }, { required: true }]);
    await browser.submit(`${PAGE}/pflicht`);
    assert.deepEqual((await rules())[0], { number: 'D100001', is: false });
  });

  it('leaves running sessions alone, and says what will come', async (t) => {
    const { browser, elsewhere } = await arrange(t);
    const jonas = await elsewhere({}, ['D100001', JONAS]);
    await browser.get(PAGE);
    await browser.submit(`${PAGE}/pflicht`);
    assert.ok(await isSignedIn(jonas));
    assert.match((await jonas.get(PAGE)).text, /Ihre Firma verlangt bei der Anmeldung einen zweiten Faktor/);
  });

  it('is nothing for others: neither shown nor done', async (t) => {
    const { portal, elsewhere } = await arrange(t);
    const jonas = await elsewhere({}, ['D100001', JONAS]);
    const page = await jonas.get(PAGE);
    assert.ok(!page.text.includes('Für die ganze Firma') && !page.text.includes('Henrike'));
    await assertUnchanged(portal.database, async () => {
      assert.equal((await jonas.post(`${PAGE}/pflicht`, { required: 'yes' })).status, 403);
    });
  });

  it('takes nothing but yes and no', async (t) => {
    const { portal, browser } = await arrange(t);
    await assertUnchanged(portal.database, async () => {
      for (const required of ['', 'maybe', "'", '<script>', '🦊', 'x'.repeat(10_000)]) {
        await browser.get(PAGE);
        assert.equal((await browser.post(`${PAGE}/pflicht`, { required })).status, 422);
      }
    });
  });
});

describe('new recovery codes', () => {
  it('replace the old ones, are shown once, and are told by letter', async (t) => {
    const { portal, browser } = await arrange(t);
    const secret = await giveApp(portal.database, HENRIKE);
    await browser.get(PAGE);
    const page = await browser.submit(`${PAGE}/codes`);
    await assertValidHtml(page.html);
    const codes = shownCodes(browser);
    assert.equal(codes.length, 10);
    const other = portal.client();
    await other.signIn('D100001', HENRIKE);
    assert.equal((await other.submit('/anmelden/zweiter-schritt', { otp: CODES[0] })).status, 422);
    assert.equal((await other.submit('/anmelden/zweiter-schritt', { otp: codes[0] ?? '' })).address, '/');
    assert.match((await other.get(PAGE)).text, /9 von 10 übrig/);
    assert.deepEqual((await lastAudit(portal.database, 'person.recovery-codes'))?.after, { left: 10 });
    await portal.drain();
    const subjects = (await portal.letters()).map(({ subject }) => subject);
    // two queues work side by side: which letter leaves first is open
    assert.deepEqual(subjects.sort(), [
      'Anmeldung mit einem Wiederherstellungscode',
      'Neue Wiederherstellungscodes',
    ]);
    assert.ok(codeAt(secret, portal.clock()));
  });

  it('are not for those who have nothing to recover', async (t) => {
    const { browser } = await arrange(t);
    await browser.get(PAGE);
    assert.equal((await browser.post(`${PAGE}/codes`)).status, 404);
  });
});
