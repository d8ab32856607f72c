import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { DEMO_PASSWORD } from '../../demo/demo-password.ts';
import { HENRIKE, LOGIN, oneTimePassword } from './test-support/login.ts';

async function arrange(t: TestContext, services = {}) {
  const portal = await testApp({ services }, t);
  return { portal, browser: portal.client() };
}

/** What differs from one visit to the next. */
const withoutTokens = (html: string) =>
  html.replaceAll(/name="_csrf" value="[^"]+"/g, '').replaceAll(/<code>[\da-f-]{36}<\/code>/g, '');

describe('the sign-in page', () => {
  it('is valid, in both languages, with hints and the way to a forgotten password', async (t) => {
    const { browser } = await arrange(t);
    const german = await browser.get('/anmelden');
    assert.equal(german.status, 200);
    await assertValidHtml(german.html);
    assert.match(german.text, /D und Ziffern, auf Ihrer Rechnung oben rechts/);
    assert.match(german.html, /href="\/passwort-vergessen"/);
    const english = await browser.get('/anmelden?lang=en');
    await assertValidHtml(english.html);
    assert.match(english.html, /<html lang="en"/);
    assert.match(english.text, /Forgotten your password\?/);
    const refused = await browser.submit('/anmelden', { ...LOGIN, password: 'nonsense 77' });
    assert.match(refused.text, /do not belong together/);
    await assertValidHtml(refused.html);
  });

  it('shows the demo logins only where the demo runs', async (t) => {
    const { browser } = await arrange(t, { demoPassword: DEMO_PASSWORD });
    const page = await browser.get('/anmelden');
    assert.ok(page.text.includes(DEMO_PASSWORD));
    assert.ok(page.text.includes(HENRIKE));
    await assertValidHtml(page.html);
    const { browser: real } = await arrange(t, { demoPassword: DEMO_PASSWORD, isDemo: false });
    assert.ok(!(await real.get('/anmelden')).text.includes(DEMO_PASSWORD));
    assert.ok(!(await real.get('/anmelden')).text.includes('D100002'));
  });

  it('sends those who are signed in on', async (t) => {
    const { browser } = await arrange(t);
    assert.equal((await browser.signIn('D100001', HENRIKE)).address, '/');
    assert.equal((await browser.get('/anmelden')).address, '/');
    assert.equal((await browser.get('/anmelden?weiter=/auftraege')).address, '/auftraege');
  });

  it('keeps what was typed and never shows a password again', async (t) => {
    const { browser } = await arrange(t);
    await browser.get('/anmelden');
    const page = await browser.submit('/anmelden', {
      customerNumber: 'D1x',
      email: 'a&b"<',
      password: 'top secret 1',
    });
    assert.equal(page.status, 422);
    assert.match(page.text, /Ein „D“ und danach nur Ziffern/);
    assert.deepEqual(
      new Map(page.forms.find(({ action }) => action === '/anmelden')?.fields).get('email'),
      'a&b"<',
    );
    assert.ok(!page.html.includes('top secret'));
    await assertValidHtml(page.html);
  });

  it('answers the same for unknown numbers, wrong e-mails and wrong passwords', async (t) => {
    const { browser } = await arrange(t);
    const answers = [];
    for (const [wrong, changes] of [
      ['D999999', { customerNumber: 'D999999' }],
      ['other@d100001.example', { email: 'other@d100001.example' }],
      ['', { password: 'something else 7' }],
    ] as const) {
      await browser.get('/anmelden');
      const page = await browser.submit('/anmelden', { ...LOGIN, ...changes });
      const html = withoutTokens(page.html)
        .replaceAll(wrong || '\0', '')
        .replaceAll('D100001', '')
        .replaceAll(HENRIKE, '');
      const headers = [...page.headers].filter(([name]) => name !== 'x-request-id');
      answers.push({ status: page.status, html: html.replaceAll('value=""', ''), headers });
    }
    assert.equal(answers[0]?.status, 422);
    assert.deepEqual(answers[1], answers[0]);
    assert.deepEqual(answers[2], answers[0]);
  });

  it('says when to come back after too many attempts', async (t) => {
    const { browser } = await arrange(t);
    await browser.get('/anmelden');
    const wrong = { ...LOGIN, password: 'something else 7' };
    for (let tries = 0; tries < 10; tries += 1) await browser.submit('/anmelden', wrong);
    const page = await browser.submit('/anmelden', LOGIN);
    assert.equal(page.status, 429);
    assert.equal(page.headers.get('retry-after'), '900');
    assert.match(page.text, /Zu viele Versuche/);
    assert.match(page.text, /in 15 Min\./);
  });
});

describe('the cookie', () => {
  it('is replaced at sign-in, whatever was presented', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get('/anmelden');
    const planted = browser.cookie;
    await browser.submit('/anmelden', LOGIN);
    assert.notEqual(browser.cookie, planted);
    const attacker = portal.client();
    attacker.cookie = planted;
    assert.equal((await attacker.get('/auftraege')).address, '/anmelden?weiter=%2Fauftraege');
  });

  it('is HttpOnly and Lax, and a __Host- cookie over https', async (t) => {
    const { browser } = await arrange(t);
    await browser.get('/anmelden');
    const answer = await browser.submit('/anmelden', LOGIN, { follow: false });
    assert.match(
      answer.headers.get('set-cookie') ?? '',
      /^kundenportal=[\w-]{43}\.de; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    assert.equal(answer.headers.get('cache-control'), 'no-store');
    const { browser: secure } = await arrange(t, { baseUrl: 'https://portal.example' });
    await secure.get('/anmelden');
    const headers = { origin: 'https://portal.example' };
    const answered = await secure.submit('/anmelden', LOGIN, { follow: false, headers });
    assert.match(answered.headers.get('set-cookie') ?? '', /^__Host-kundenportal=.*; Secure$/);
  });

  it('ends with signing out, and the session with it', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    const kept = browser.cookie;
    await browser.get('/auftraege');
    const page = await browser.submit('/abmelden');
    assert.equal(page.address, '/anmelden?abgemeldet=1');
    assert.match(page.text, /Sie sind abgemeldet/);
    const thief = portal.client();
    thief.cookie = kept;
    assert.equal((await thief.get('/auftraege')).address, '/anmelden?weiter=%2Fauftraege');
    const rows = await portal.database.owner.sql(
      "select 1 from audit_entry where action = 'person.sign-out'",
    );
    assert.equal(rows.length, 1);
  });

  it('leaves the sessions of others alone', async (t) => {
    const { portal, browser } = await arrange(t);
    const colleague = portal.client();
    await browser.signIn('D100001', HENRIKE);
    await colleague.signIn('D100001', HENRIKE);
    await browser.get('/auftraege');
    await browser.submit('/abmelden');
    assert.equal((await colleague.get('/auftraege')).address, '/auftraege');
  });
});

describe('the language', () => {
  it('is a setting of whoever is signed in', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.get('/auftraege?status=placed');
    const page = await browser.submit('/sprache');
    assert.equal(page.address, '/auftraege?status=placed');
    assert.match(page.html, /<html lang="en"/);
    const again = portal.client();
    assert.match((await again.signIn('D100001', HENRIKE)).html, /<html lang="en"/);
    const colleague = portal.client();
    assert.match((await colleague.signIn('D100001', 'mitarbeit@d100001.example')).html, /<html lang="de"/);
  });

  it('stays when the session ends or is left', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.signIn('D100001', HENRIKE);
    await browser.get('/auftraege');
    await browser.submit('/sprache');
    portal.clock.advance({ hours: 9 });
    assert.match((await browser.get('/auftraege')).html, /<html lang="en"/);
    await browser.submit('/anmelden', LOGIN);
    const page = await browser.submit('/abmelden');
    assert.match(page.text, /You are signed out/);
    assert.match((await browser.get('/anmelden')).html, /<html lang="en"/);
  });
});

describe('every page of signing in', () => {
  it('is valid in both languages', async (t) => {
    const { portal, browser } = await arrange(t, { demoPassword: DEMO_PASSWORD });
    for (const language of ['de', 'en']) {
      for (const address of [
        '/anmelden',
        '/anmelden?abgemeldet=1',
        '/passwort-vergessen',
        '/passwort-vergessen?angefordert=1',
      ]) {
        const page = await browser.get(`${address}${address.includes('?') ? '&' : '?'}lang=${language}`);
        assert.equal(page.status, 200);
        assert.ok(page.html.includes(`<html lang="${language}"`));
        await assertValidHtml(page.html);
      }
    }
    const secret = await oneTimePassword(portal);
    await assertValidHtml((await browser.signIn('D100001', HENRIKE, secret)).html);
    await assertValidHtml((await browser.submit('/neues-passwort', { password: 'a', repeat: 'b' })).html);
    await assertValidHtml((await browser.get('/neues-passwort?lang=en')).html);
  });
});
