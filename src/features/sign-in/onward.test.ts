import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { HENRIKE, LOGIN, NEW_PASSWORD, oneTimePassword } from './test-support/login.ts';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  return { portal, browser: portal.client() };
}

describe('the way on', () => {
  const foreign = [
    '//evil.example',
    '/\\evil.example',
    '/.//evil.example',
    '/a/..//evil.example/x',
    '/%2e//evil.example',
    '/\t/evil.example',
    'https://evil.example/',
    'javascript:alert(1)',
    '\\\\evil.example',
    ' //evil.example',
    '/\n/evil.example',
    'http://portal.test@evil.example/',
  ];
  it('never leads out of the portal', async (t) => {
    const { portal } = await arrange(t);
    for (const address of foreign) {
      const browser = portal.client();
      await browser.get(`/anmelden?${new URLSearchParams({ weiter: address })}`);
      assert.ok(!browser.page.html.includes('evil.example"'), address);
      const answer = await browser.post('/anmelden', { ...LOGIN, weiter: address }, { follow: false });
      const to = new URL(answer.headers.get('location') ?? '', 'http://portal.test');
      assert.equal(to.origin, 'http://portal.test', address);
      const again = await browser.get(`/anmelden?${new URLSearchParams({ weiter: address })}`, {
        follow: false,
      });
      assert.equal(
        new URL(again.headers.get('location') ?? '', 'http://portal.test').origin,
        'http://portal.test',
      );
      await browser.get('/auftraege');
      const language = await browser.post('/sprache', { language: 'de', back: address }, { follow: false });
      assert.equal(
        new URL(language.headers.get('location') ?? '', 'http://portal.test').origin,
        'http://portal.test',
      );
    }
  });

  it('leads to the page that was asked for, with its query', async (t) => {
    const { browser } = await arrange(t);
    const page = await browser.get('/auftraege?status=placed&search=a%26b');
    assert.match(page.address, /^\/anmelden\?weiter=/);
    assert.match(page.text, /Bitte melden Sie sich an/);
    assert.equal((await browser.submit('/anmelden', LOGIN)).address, '/auftraege?status=placed&search=a%26b');
  });

  it('survives a wrong password, a change of language and a one-time password', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get('/auftraege');
    await browser.submit('/anmelden', { ...LOGIN, password: 'something else 7' });
    await browser.get('/anmelden?weiter=%2Fauftraege&lang=en');
    await browser.submit('/anmelden', { ...LOGIN, password: await oneTimePassword(portal) });
    assert.equal(browser.page.address, '/neues-passwort?weiter=%2Fauftraege');
    assert.equal(
      (await browser.submit('/neues-passwort', { password: NEW_PASSWORD, repeat: NEW_PASSWORD })).address,
      '/auftraege',
    );
  });
});

describe('a form whose session has ended', () => {
  const typed = {
    reference: 'Müller & Söhne "A" <b',
    note: 'Zeile 1\r\nZeile 2',
    choice: ['eins', 'zwei'],
    _key: 'a-submission-key',
    password: 'geheim geheim',
    currentPassword: 'geheim geheim',
  };

  /** Posts a form to an address that needs a session, an hour too late. */
  async function interrupt(portal: TestApp, browser: Client, address = '/bestellen?schritt=2') {
    await browser.signIn('D100001', HENRIKE);
    await browser.get('/auftraege');
    portal.clock.advance({ hours: 9 });
    return browser.post(address, typed);
  }

  it('waits behind the sign-in form with everything but its secrets', async (t) => {
    const { portal, browser } = await arrange(t);
    const page = await interrupt(portal, browser);
    assert.equal(page.status, 401);
    assert.match(page.text, /Ihre Eingaben sind noch da, es wurde noch nichts abgeschickt/);
    assert.ok(!page.html.includes('geheim'));
    await assertValidHtml(page.html);
    const fields = new Map(page.forms.find(({ action }) => action === '/anmelden')?.fields);
    assert.equal(fields.get('weiter'), '/bestellen?schritt=2');
  });

  it('is offered after signing in with a fresh token, and sent on a click', async (t) => {
    const { portal, browser } = await arrange(t);
    const csrf = (await interrupt(portal, browser)).html.match(/name="_csrf" value="([^"]+)"/)?.[1];
    await browser.submit('/anmelden', { ...LOGIN, password: 'something else 7' });
    const page = await browser.submit('/anmelden', LOGIN);
    assert.equal(page.status, 200);
    assert.match(page.text, /Sie sind wieder angemeldet.*Ihre Eingaben sind noch da/);
    const form = page.forms.find(({ action }) => action === '/bestellen?schritt=2');
    const fresh = form?.fields.find(([name]) => name === '_csrf')?.[1];
    assert.notEqual(fresh, csrf);
    assert.deepEqual(
      form?.fields.filter(([name]) => name !== '_csrf'),
      [
        ['reference', typed.reference],
        ['note', typed.note],
        ['choice', 'eins'],
        ['choice', 'zwei'],
        ['_key', 'a-submission-key'],
      ],
    );
    // the person is shown as signed in, and the form is accepted at the door
    assert.match(page.text, /Henrike Brandt/);
    const sent = await browser.submit('/bestellen?schritt=2');
    assert.notEqual(sent.status, 403);
    assert.notEqual(sent.status, 401);
    assert.ok(sent.status < 500);
  });

  it('goes through a one-time password as well', async (t) => {
    const { portal, browser } = await arrange(t);
    await interrupt(portal, browser);
    await browser.submit('/anmelden', { ...LOGIN, password: await oneTimePassword(portal) });
    assert.match(browser.page.text, /Neues Passwort vergeben/);
    await browser.submit('/neues-passwort', { password: 'kurz', repeat: 'kurz' });
    const page = await browser.submit('/neues-passwort', { password: NEW_PASSWORD, repeat: NEW_PASSWORD });
    const form = page.forms.find(({ action }) => action === '/bestellen?schritt=2');
    assert.ok(form?.fields.some(([name, value]) => name === 'reference' && value === typed.reference));
  });

  it('without fields is kept, too', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.get('/auftraege');
    portal.clock.advance({ hours: 9 });
    await browser.post('/auftraege/A-2026-000001/stornieren');
    const page = await browser.submit('/anmelden', LOGIN);
    assert.match(page.text, /Fortsetzen/);
    await assertValidHtml(page.html);
    assert.ok(page.forms.some(({ action }) => action === '/auftraege/A-2026-000001/stornieren'));
  });

  it('that is too large is not kept, and the page says so', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.get('/auftraege');
    portal.clock.advance({ hours: 9 });
    const page = await browser.post('/bestellen', { note: 'ü'.repeat(10_000) });
    assert.equal(page.status, 401);
    assert.match(page.text, /zu umfangreich/);
    assert.equal((await browser.submit('/anmelden', LOGIN)).address, '/');
  });

  it('cannot be planted with an address elsewhere', async (t) => {
    const { browser } = await arrange(t);
    await browser.get('/anmelden');
    const page = await browser.post('/anmelden', {
      ...LOGIN,
      weiter: '/.//evil.example',
      carried: '?a=1&password=x',
    });
    const form = page.forms.find(({ fields }) => fields.some(([name]) => name === 'a'));
    assert.equal(form?.action, '/');
    assert.ok(!form?.fields.some(([name]) => name === 'password'));
  });

  it('of the frame is simply over', async (t) => {
    const { portal, browser } = await arrange(t);
    for (const [address, fields] of [
      ['/abmelden', {}],
      ['/sprache', { language: 'en', back: '/auftraege' }],
    ] as const) {
      await browser.signIn('D100001', HENRIKE);
      await browser.get('/auftraege');
      portal.clock.advance({ hours: 9 });
      assert.equal((await browser.post(address, fields)).address, '/anmelden');
    }
  });
});
