import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { APP_KEY, testApp } from '../../../../test/support/app.ts';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { codeAt, shownCodes, shownSecret } from '../../../../test/support/second-factor.ts';
import { addStaff, giveStaffLogin, STAFF_PASSWORD } from '../../../../test/support/staff.ts';
import type { Ctx } from '../../../platform/context.ts';
import { seal } from '../../../platform/secrets/index.ts';
import { STAFF_HOURS, STAFF_IDLE_MINUTES, staffSessionOf } from '../../../platform/sessions/index.ts';
import { verifyPassword } from '../../sign-in/index.ts';
import { newStaffPassword } from '../index.ts';
import { STAFF_CODE_LIMIT } from './attempts.ts';
import { passStaffSecondStep } from './pass-second-step.ts';
import { STAFF_ACCOUNT_LIMIT, signInStaff } from './sign-in-staff.ts';

/** A clerk of customer care whose login is complete, or lacks its app. */
async function arrange(t: TestContext, login: { withApp?: boolean } = {}) {
  const portal = await testApp({}, t);
  const { database, clock } = portal;
  const staffId = await addStaff(database, { roles: ['care', 'admin'], name: 'Ida Amt' });
  const { email, secret } = await giveStaffLogin(database, staffId, login);
  const browser = portal.client();
  const knock = async (password = STAFF_PASSWORD, as = email, at = browser) => {
    await at.get('/desk/anmelden');
    return at.submit('/desk/anmelden', { email: as, password });
  };
  const enter = async (at = browser, steps = 0) => {
    await knock(STAFF_PASSWORD, email, at);
    return at.submit('/desk/zweiter-schritt', { otp: codeAt(secret, clock(), steps) });
  };
  return { portal, database, clock, staffId, email, secret, browser, knock, enter };
}

const visitor = (portal: Awaited<ReturnType<typeof arrange>>['portal']): Ctx => ({
  actor: { kind: 'visitor' },
  customer: undefined,
  grants: { isAdmin: false, rights: [] },
  language: 'de',
  now: portal.clock(),
  timeZone: 'Europe/Berlin',
  requestId: 'test',
  db: portal.services.db,
  jobs: portal.services.jobs,
});

/** The token in the cookie, which also says the language. */
const tokenOf = ({ cookie }: { cookie: string }) => cookie.split(/[=.]/)[1] ?? '';

const visit = { appKey: APP_KEY, clientAddress: '192.0.2.7', userAgent: 'test' };

describe('signing in at the desk', () => {
  it('takes the password, then the code, then leads to the first page of the person', async (t) => {
    const { knock, browser, secret, clock, database, staffId } = await arrange(t);
    const step = await knock();
    assert.equal(step.address, '/desk/zweiter-schritt');
    assert.match(step.text, /Ida Amt/);
    // nothing but the step is reachable before it is done
    assert.equal((await browser.get('/desk/mitarbeitende')).address, '/desk/zweiter-schritt');
    await browser.get('/desk/zweiter-schritt');
    const inside = await browser.submit('/desk/zweiter-schritt', { otp: codeAt(secret, clock()) });
    assert.equal(inside.status, 200);
    assert.match(inside.address, /^\/desk\/(?!anmelden|zweiter)/);
    assert.match(inside.text, /Mitarbeitende/);
    const entry = await lastAudit(database, 'staff.second-step');
    assert.equal(entry?.staff_id, staffId);
    assert.equal(entry?.actor_name, 'Ida Amt');
  });

  it('goes on to the page that was wanted, and to nowhere but the desk', async (t) => {
    const { browser, email, secret, clock } = await arrange(t);
    const form = await browser.get('/desk/mitarbeitende?a=1');
    assert.equal(form.address, '/desk/anmelden?weiter=%2Fdesk%2Fmitarbeitende%3Fa%3D1');
    await browser.submit('/desk/anmelden', { email, password: STAFF_PASSWORD });
    const page = await browser.submit('/desk/zweiter-schritt', { otp: codeAt(secret, clock()) });
    assert.equal(page.address, '/desk/mitarbeitende?a=1');
    await browser.submit('/desk/abmelden');
    for (const elsewhere of ['/konto', '//evil.example/desk/', 'https://evil.example', '/desk/../konto']) {
      await browser.get(`/desk/anmelden?weiter=${encodeURIComponent(elsewhere)}`);
      assert.doesNotMatch(browser.page.html, /name="weiter" value="(?!\/desk)/, elsewhere);
    }
  });

  it('has a cookie and a session of its own: staff are nobody in the portal, and customers nobody here', async (t) => {
    const { browser, enter, portal } = await arrange(t);
    await enter();
    assert.match(browser.cookie, /^kundenportal-desk=/);
    assert.match((await browser.get('/auftraege')).address, /^\/anmelden/);
    const customer = portal.client();
    await customer.signIn('D100001', 'admin@d100001.example');
    assert.match((await customer.get('/desk/mitarbeitende')).address, /^\/desk\/anmelden/);
    // a token of one area is worth nothing in the other
    const swapped = portal.client();
    swapped.cookie = customer.cookie.replace('kundenportal=', 'kundenportal-desk=');
    assert.match((await swapped.get('/desk/mitarbeitende')).address, /^\/desk\/anmelden/);
  });

  it('names its cookie __Host- under https', async (t) => {
    const portal = await testApp({ services: { baseUrl: 'https://portal.example' } }, t);
    const page = await portal.client().get('https://portal.example/desk/anmelden');
    assert.match(
      page.headers.getSetCookie().join(),
      /^__Host-kundenportal-desk=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
  });

  it('says the same, with the same work, whoever is unknown, closed or mistaken', async (t) => {
    const { portal, database, email, staffId } = await arrange(t);
    const closed = await addStaff(database, { roles: ['admin'] });
    const { email: closedEmail } = await giveStaffLogin(database, closed);
    await database.owner.sql('update staff_account set is_active = false where id = $1', [closed]);
    const fresh = await addStaff(database, { roles: ['care'] });
    const [{ email: freshEmail } = { email: '' }] = await database.owner.sql<{ email: string }>(
      'select email from staff_account where id = $1',
      [fresh],
    );
    for (const [as, password] of [
      [email, 'something else 7'],
      ['nobody@spreebrief.example', STAFF_PASSWORD],
      [closedEmail, STAFF_PASSWORD],
      [freshEmail, STAFF_PASSWORD],
      [email, 'K7QF-93MX-2B8T'],
    ] as const) {
      let verified = 0;
      const verify: typeof verifyPassword = (...words) => {
        verified += 1;
        return verifyPassword(...words);
      };
      const attempt = signInStaff(visitor(portal), { ...visit, verify }, { email: as, password });
      await assertRefused(attempt, { code: 'wrong-staff-credentials' });
      assert.equal(verified, 1, as);
    }
    const failures = await database.owner.sql(
      "select staff_id, actor_name, object from audit_entry where action = 'staff.sign-in-failed'",
    );
    assert.equal(failures.length, 5);
    assert.doesNotMatch(JSON.stringify(failures), new RegExp(`${email}|something|:${staffId}\\b`));
  });

  it('stops after ten wrong passwords, also with the right one, until the quarter of an hour is over', async (t) => {
    const { portal, email, clock } = await arrange(t);
    const attempt = (password: string) => signInStaff(visitor(portal), visit, { email, password });
    for (let wrong = 0; wrong < STAFF_ACCOUNT_LIMIT.hits; wrong += 1)
      await assertRefused(attempt('something else 7'), 'wrong-staff-credentials');
    await assertRefused(attempt(STAFF_PASSWORD), 'too-many-attempts');
    clock.advance({ seconds: STAFF_ACCOUNT_LIMIT.seconds - 1 });
    await assertRefused(attempt(STAFF_PASSWORD), 'too-many-attempts');
    clock.advance({ seconds: 1 });
    assert.equal((await attempt(STAFF_PASSWORD)).stage, 'second-factor');
  });

  it('ends after hours without use, and after a day in any case', async (t) => {
    const { portal, database, clock, enter, browser } = await arrange(t);
    await enter();
    const token = tokenOf(browser);
    const alive = async () => (await staffSessionOf(database.app, token, clock()))?.stage;
    clock.advance({ minutes: STAFF_IDLE_MINUTES });
    assert.equal(await alive(), 'full');
    clock.advance({ minutes: STAFF_IDLE_MINUTES, seconds: 1 });
    assert.equal(await alive(), undefined);
    const other = portal.client();
    await enter(other);
    const second = tokenOf(other);
    for (let hours = 0; hours < STAFF_HOURS - 1; hours += 1) {
      clock.advance({ hours: 1 });
      assert.equal((await staffSessionOf(database.app, second, clock()))?.stage, 'full');
    }
    clock.advance({ hours: 1 });
    assert.equal(await staffSessionOf(database.app, second, clock()), undefined);
  });

  it('ends when the person signs out, in the database too', async (t) => {
    const { browser, enter, database, clock } = await arrange(t);
    await enter();
    const token = tokenOf(browser);
    assert.equal((await staffSessionOf(database.app, token, clock()))?.stage, 'full');
    const page = await browser.submit('/desk/abmelden');
    assert.match(page.text, /Sie sind abgemeldet/);
    assert.equal(await staffSessionOf(database.app, token, clock()), undefined);
    assert.match((await browser.get('/desk')).address, /^\/desk\/anmelden/);
  });

  it('takes no form from elsewhere', async (t) => {
    const { portal, browser, email, enter } = await arrange(t);
    await enter();
    const foreign = { headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' } };
    await assertUnchanged(portal.database, async () => {
      for (const [address, fields] of [
        ['/desk/anmelden', { email, password: STAFF_PASSWORD }],
        ['/desk/abmelden', {}],
        ['/desk/sprache', { language: 'en' }],
      ] as const) {
        assert.equal((await browser.post(address, fields, foreign)).status, 403, address);
        assert.equal((await browser.post(address, { ...fields, _csrf: 'x' })).status, 403, address);
      }
    });
  });
});

describe('the second step at the desk', () => {
  it('counts a code once, also for two at once', async (t) => {
    const { portal, database, staffId, email, secret, clock } = await arrange(t);
    const begun = await Promise.all(
      [1, 2].map(() => signInStaff(visitor(portal), visit, { email, password: STAFF_PASSWORD })),
    );
    const ctx: Ctx = {
      ...visitor(portal),
      actor: { kind: 'carrier', name: 'Ida Amt', staffId, roles: [] },
    };
    const otp = codeAt(secret, clock());
    const ids = await Promise.all(
      begun.map(async ({ token }) => (await staffSessionOf(database.app, token, clock()))?.sessionId ?? 0),
    );
    const settled = await allAtOnce(
      database,
      { sql: 'select from staff_totp where staff_id = $1 for update', values: [staffId] },
      ids.map((sessionId) => () => passStaffSecondStep(ctx, { appKey: APP_KEY, sessionId }, { otp })),
    );
    assert.deepEqual([outcomes(settled).done.length, outcomes(settled).failed.length], [1, 1]);
  });

  it('stops after a few wrong codes', async (t) => {
    const { knock, browser } = await arrange(t);
    await knock();
    for (let wrong = 0; wrong < STAFF_CODE_LIMIT.hits; wrong += 1) {
      const page = await browser.submit('/desk/zweiter-schritt', { otp: '000000' });
      assert.equal(page.status, 422);
    }
    const stopped = await browser.submit('/desk/zweiter-schritt', { otp: '000000' });
    assert.equal(stopped.status, 429);
    assert.ok(Number(stopped.headers.get('retry-after')) > 0);
  });

  it('is set up at the first sign-in, and takes a recovery code once', async (t) => {
    const { portal, knock, browser, clock } = await arrange(t, { withApp: false });
    assert.equal((await knock()).address, '/desk/zweiter-faktor');
    assert.equal((await browser.get('/desk/mitarbeitende')).address, '/desk/zweiter-faktor');
    await browser.get('/desk/zweiter-faktor');
    await browser.submit('/desk/zweiter-faktor/neu');
    assert.match(browser.page.html, /class="qr"/);
    const secret = shownSecret(browser);
    assert.equal((await browser.submit('/desk/zweiter-faktor', { otp: '000000' })).status, 422);
    const done = await browser.submit('/desk/zweiter-faktor', { otp: codeAt(secret, clock()) });
    const codes = shownCodes(browser);
    assert.equal(done.status, 200);
    assert.equal(codes.length, 10);
    assert.equal((await browser.get('/desk/mitarbeitende')).status, 200);

    const other = portal.client();
    assert.equal((await knock(STAFF_PASSWORD, undefined, other)).address, '/desk/zweiter-schritt');
    const inside = await other.submit('/desk/zweiter-schritt', { otp: codes[0] ?? '' });
    assert.equal(inside.status, 200);
    assert.doesNotMatch(inside.address, /zweiter/);
    const third = portal.client();
    await knock(STAFF_PASSWORD, undefined, third);
    assert.equal((await third.submit('/desk/zweiter-schritt', { otp: codes[0] ?? '' })).status, 422);
  });

  it('answers with a wrong code, and not with a fault, when the secret was sealed with another key', async (t) => {
    const { database, knock, browser, clock, secret, staffId } = await arrange(t);
    await database.owner.sql('update staff_totp set secret = $1 where staff_id = $2', [
      seal('another key of 32 characters, lost.', 'staff totp', secret, `staff ${staffId}`),
      staffId,
    ]);
    assert.equal((await knock()).status, 200);
    const page = await browser.submit('/desk/zweiter-schritt', { otp: codeAt(secret, clock()) });
    assert.equal(page.status, 422);
  });

  it('shows its code in the demo for the clerks of the demo, and to nobody else', async (t) => {
    const { knock, browser } = await arrange(t);
    await knock();
    assert.doesNotMatch(browser.page.text, /Niemand hat die App/);
    const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
    const demo = await testApp({ services: { demoStaff: { secret, logins: [] } } }, t);
    const id = await addStaff(demo.database, { roles: ['care'] });
    const { email } = await giveStaffLogin(demo.database, id, { withApp: false });
    await demo.database.owner.sql(
      "insert into staff_totp (staff_id, secret, activated_at) values ($1, $2, '2026-01-01T00:00Z')",
      [id, seal(APP_KEY, 'staff totp', secret, `staff ${id}`)],
    );
    const visitors = [demo.client(), demo.client()];
    for (const client of visitors) {
      await client.get('/desk/anmelden');
      await client.submit('/desk/anmelden', { email, password: STAFF_PASSWORD });
      const code = /<code>(\d{6})<\/code>/.exec(client.page.html)?.[1] ?? assert.fail(client.page.text);
      const inside = await client.submit('/desk/zweiter-schritt', { otp: code });
      assert.equal(inside.status, 200, 'the second visitor within half a minute, too');
      assert.doesNotMatch(inside.address, /zweiter/);
    }
  });
});

describe('a one-time password at the desk', () => {
  it('lets its owner choose a password, once, within a day, and does not stand for the second factor', async (t) => {
    const { portal, staffId, knock, browser, clock, secret } = await arrange(t);
    const clerk: Ctx = { ...visitor(portal), actor: { kind: 'carrier', name: 'command line' } };
    const made = await newStaffPassword(clerk, { staffId, handOver: 'show' });
    const { secret: oneTime } = made ?? assert.fail('nothing was handed over');
    assert.equal((await knock(oneTime)).address, '/desk/neues-passwort');
    assert.equal((await browser.get('/desk/mitarbeitende')).address, '/desk/neues-passwort');
    await browser.get('/desk/neues-passwort');
    const easy = await browser.submit('/desk/neues-passwort', {
      password: 'password1234',
      repeat: 'password1234',
    });
    assert.equal(easy.status, 422);
    const differs = await browser.submit('/desk/neues-passwort', {
      password: 'Seven green trams',
      repeat: 'x',
    });
    assert.match(differs.text, /verschieden/);
    const chosen = { password: 'Seven green trams', repeat: 'Seven green trams' };
    assert.equal((await browser.submit('/desk/neues-passwort', chosen)).address, '/desk/zweiter-schritt');
    const inside = await browser.submit('/desk/zweiter-schritt', { otp: codeAt(secret, clock()) });
    assert.equal(inside.status, 200);
    const other = portal.client();
    assert.equal((await knock(oneTime, undefined, other)).status, 422, 'used');
    assert.equal((await knock(STAFF_PASSWORD, undefined, other)).status, 422, 'the old password');
  });

  it('has run out after a day', async (t) => {
    const { portal, staffId, knock, clock } = await arrange(t);
    const clerk: Ctx = { ...visitor(portal), actor: { kind: 'carrier', name: 'command line' } };
    const made = await newStaffPassword(clerk, { staffId, handOver: 'show' });
    clock.advance({ hours: 23, minutes: 59, seconds: 59 });
    const inTime = portal.client();
    assert.equal((await knock(made?.secret ?? '', undefined, inTime)).address, '/desk/neues-passwort');
    const again = await newStaffPassword({ ...clerk, now: clock() }, { staffId, handOver: 'show' });
    clock.advance({ hours: 24 });
    assert.equal((await knock(again?.secret ?? '', undefined, portal.client())).status, 422);
  });
});

describe('one’s own password at the desk', () => {
  it('is changed by whoever knows the old one; every session ends, and the second step is due', async (t) => {
    const { portal, browser, enter, knock, clock, secret } = await arrange(t);
    await enter();
    const other = portal.client();
    clock.advance({ seconds: 31 });
    await enter(other);
    await browser.get('/desk/zugang');
    const change = (current: string, password: string, repeat = password) =>
      browser.submit('/desk/zugang', { current, password, repeat });
    const next = 'Seven green trams';
    for (const [current, password, repeat] of [
      ['something else 7', next, next],
      [STAFF_PASSWORD, STAFF_PASSWORD, STAFF_PASSWORD],
      [STAFF_PASSWORD, 'short', 'short'],
      [STAFF_PASSWORD, 'password1234', 'password1234'],
      [STAFF_PASSWORD, next, 'another'],
      ['', next, next],
    ] as const)
      assert.equal((await change(current, password, repeat)).status, 422, `${current} ${password} ${repeat}`);
    assert.equal((await change(STAFF_PASSWORD, next)).address, '/desk/zweiter-schritt');
    assert.match((await other.get('/desk/zugang')).address, /^\/desk\/anmelden/);
    clock.advance({ seconds: 31 });
    await browser.get('/desk/zweiter-schritt');
    await browser.submit('/desk/zweiter-schritt', { otp: codeAt(secret, clock()) });
    assert.equal((await browser.get('/desk/zugang')).status, 200);
    assert.equal((await knock(STAFF_PASSWORD, undefined, portal.client())).status, 422, 'the old one');
    assert.equal((await knock(next, undefined, portal.client())).address, '/desk/zweiter-schritt');
  });
});
