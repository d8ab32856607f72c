import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { type TestApp, testApp } from '../../../../test/support/app.ts';
import type { Client } from '../../../../test/support/client.ts';
import { assertValidHtml } from '../../../../test/support/html.ts';
import { lastAudit } from '../../../../test/support/people.ts';
import { assertRefused } from '../../../../test/support/refused.ts';
import { codeAt } from '../../../../test/support/second-factor.ts';
import { addStaff, giveStaffLogin, STAFF_PASSWORD } from '../../../../test/support/staff.ts';
import { routes } from '../../../app.ts';
import type { StaffRole } from '../../../domain/staff-roles.ts';
import { startStaffSession } from '../../../platform/sessions/index.ts';
import { deactivateStaff } from '../accounts/deactivate-staff.ts';

const PATH = '/desk/bestaetigen';
const GUARDED = '/desk/mitarbeitende/neu';

/** A clerk with password and app whose sign-in lies eleven minutes back. */
async function arrange(t: TestContext, roles: readonly StaffRole[] = ['admin']) {
  const portal = await testApp({}, t);
  const staffId = await addStaff(portal.database, { roles, name: 'Ada Admin' });
  const { secret, email } = await giveStaffLogin(portal.database, staffId);
  const browser = portal.client();
  browser.cookie = await cookieOf(portal, staffId);
  portal.clock.advance({ minutes: 11 });
  const code = () => codeAt(secret, portal.clock());
  const confirm = (fields: Record<string, string> = {}) =>
    browser.submit(PATH, { password: STAFF_PASSWORD, otp: code(), ...fields });
  return { portal, browser, staffId, email, code, confirm };
}

async function cookieOf(portal: TestApp, staffId: number): Promise<string> {
  const now = portal.clock();
  const token = await portal.database.app.deskTransaction((tx) =>
    startStaffSession(tx, { staffId, stage: 'full', now, userAgent: '' }),
  );
  return `kundenportal-desk=${token}`;
}

const csrfOf = ({ page }: Client) =>
  page.forms.flatMap(({ fields }) => fields).find(([name]) => name === '_csrf')?.[1] ?? '';

describe('what staff prove once more who they are for', () => {
  it('is every address that says so, and nothing happens before', async (t) => {
    const { portal, browser } = await arrange(t);
    await browser.get('/desk/zugang');
    const _csrf = csrfOf(browser);
    const guarded = routes.filter(({ confirm, path }) => confirm && path.startsWith('/desk'));
    const paths = guarded.map(({ method, path }) => `${method} ${path}`);
    for (const expected of [
      'POST /desk/mitarbeitende/neu',
      'POST /desk/mitarbeitende/:id',
      'POST /desk/mitarbeitende/:id/sperren',
      'POST /desk/mitarbeitende/:id/zweiter-faktor',
      'GET /desk/protokoll/csv',
      'POST /desk/kunden/antraege/hauptkontakt',
      'POST /desk/zugang/app',
      'POST /desk/zugang/codes',
    ])
      assert.ok(paths.includes(expected), `${expected} of ${paths.join(', ')}`);
    assert.ok(paths.some((path) => /^POST .*lastschrift/.test(path)));
    const entries = () => portal.database.owner.sql('select count(*)::int as count from audit_entry');
    const before = await entries();
    for (const { method, path } of guarded) {
      const address = path.replaceAll(/:\w+(\{[^}]*\})?/g, '1');
      if (method === 'GET') assert.match((await browser.get(address)).address, /^\/desk\/bestaetigen/, path);
      else assert.equal((await browser.post(address, { _csrf })).status, 403, path);
    }
    assert.deepEqual(await entries(), before);
  });

  it('is asked for by the verbs themselves, and not of the command line', async (t) => {
    const { portal, staffId } = await arrange(t);
    const other = await addStaff(portal.database, { roles: ['care'] });
    const { db, jobs } = portal.services;
    const ctx = {
      actor: { kind: 'carrier', name: 'Ada Admin', staffId, roles: ['admin'] },
      customer: undefined,
      grants: { isAdmin: false, rights: [] },
      language: 'de',
      now: portal.clock(),
      confirmedAt: portal.clock().subtract({ minutes: 11 }),
      timeZone: 'Europe/Berlin',
      requestId: 'test',
      db,
      jobs,
    } as const;
    await assertRefused(deactivateStaff(ctx, { staffId: other }), 'confirmation-required');
    await deactivateStaff({ ...ctx, actor: { kind: 'carrier', name: 'Ada' } }, { staffId: other });
  });

  it('is asked for from ten minutes after the last proof on, to the second', async (t) => {
    const { portal, browser, confirm } = await arrange(t);
    const asked = await browser.get(GUARDED);
    assert.equal(asked.address, `${PATH}?weiter=%2Fdesk%2Fmitarbeitende%2Fneu`);
    await assertValidHtml(asked.html);
    assert.equal((await confirm()).address, GUARDED);
    portal.clock.advance({ minutes: 10 });
    assert.equal((await browser.get(GUARDED)).address, GUARDED);
    portal.clock.advance({ seconds: 1 });
    assert.match((await browser.get(GUARDED)).address, /^\/desk\/bestaetigen/);
  });
});

describe('the proof', () => {
  it('keeps a form and sends it on a click', async (t) => {
    const { portal, browser, confirm } = await arrange(t);
    await browser.get('/desk/zugang');
    const fields = { email: 'neu@spreebrief.example', name: 'Nora Neu', language: 'de', handOver: 'mail' };
    const asked = await browser.post(GUARDED, { _csrf: csrfOf(browser), ...fields, 'role-care': 'on' });
    assert.equal(asked.status, 403);
    assert.match(asked.text, /Ihre Eingaben sind noch da/);
    const resumed = await confirm();
    assert.match(resumed.text, /Danke, Sie sind es/);
    assert.match(resumed.html, /Nora Neu/);
    await assertValidHtml(resumed.html);
    assert.deepEqual((await lastAudit(portal.database, 'staff.confirm'))?.after, { by: 'totp' });
  });

  it('takes both, each code once, and lasts no longer than the session would have', async (t) => {
    const { portal, browser, confirm, code } = await arrange(t);
    const ends = () => portal.database.owner.sql('select ends_at::text as ends from staff_session');
    const before = await ends();
    await browser.get(GUARDED);
    assert.equal((await confirm({ otp: '' })).status, 422);
    assert.equal((await confirm({ password: 'something else 7' })).status, 422);
    assert.equal((await confirm({ otp: '000000' })).status, 422);
    assert.deepEqual((await lastAudit(portal.database, 'staff.confirm-failed'))?.after, { field: 'otp' });
    const used = code();
    assert.equal((await confirm()).address, GUARDED);
    assert.deepEqual(await ends(), before);
    portal.clock.advance({ minutes: 11 });
    await browser.get(GUARDED);
    assert.equal((await confirm({ otp: used })).status, 422);
  });

  it('renews the token: the old one is dead, open forms stay good', async (t) => {
    const { portal, browser, confirm } = await arrange(t);
    await browser.get('/desk/zugang');
    const _csrf = csrfOf(browser);
    const old = browser.cookie;
    await browser.get(GUARDED);
    await confirm();
    assert.notEqual(browser.cookie, old);
    const thief = portal.client();
    thief.cookie = old;
    assert.match((await thief.get('/desk/zugang')).address, /^\/desk\/anmelden/);
    const posted = await browser.post('/desk/zugang', { _csrf, current: 'x', password: 'a', repeat: 'b' });
    assert.equal(posted.status, 422, 'refused for what was typed, not as forged');
  });

  it('takes ten wrong passwords and no more, and never leads out of the desk', async (t) => {
    const { browser, confirm } = await arrange(t);
    for (const weiter of ['https://evil.example/', '//evil.example', '/konto', 'javascript:alert(1)']) {
      await browser.get(`${PATH}?${new URLSearchParams({ weiter })}`);
      const fields = browser.page.forms.flatMap((form) => form.fields);
      assert.deepEqual(
        fields.filter(([name]) => name === 'weiter'),
        [['weiter', '/desk']],
        weiter,
      );
    }
    for (let tries = 0; tries < 10; tries += 1) await confirm({ password: `wrong ${tries}` });
    const stopped = await confirm();
    assert.equal(stopped.status, 429);
    assert.ok(Number(stopped.headers.get('retry-after')) > 0);
  });
});

describe('the own second factor', () => {
  it('is exchanged by the code of another app, and a letter says so', async (t) => {
    const { portal, browser, staffId, email, code, confirm } = await arrange(t);
    const elsewhere = portal.client();
    elsewhere.cookie = await cookieOf(portal, staffId);
    await browser.get('/desk/zugang/app');
    await confirm();
    const shown = await browser.submit('/desk/zugang/app/neu');
    assert.match(shown.html, /<svg class="qr"/);
    await assertValidHtml(shown.html);
    const secret = /<code>([A-Z2-7 ]{30,})<\/code>/.exec(shown.html)?.[1]?.replaceAll(' ', '') ?? '';
    assert.equal((await browser.submit('/desk/zugang/app', { otp: '000000' })).status, 422);
    const old = code();
    const done = await browser.submit('/desk/zugang/app', { otp: codeAt(secret, portal.clock()) });
    assert.match(done.address, /^\/desk\/zugang\?/);
    assert.match(done.text, /Die neue App ist eingerichtet/);
    await assertValidHtml(done.html);
    assert.match((await elsewhere.get('/desk/zugang')).address, /^\/desk\/anmelden/);
    portal.clock.advance({ minutes: 11 });
    await browser.get(GUARDED);
    assert.equal((await confirm({ otp: old })).status, 422);
    assert.equal((await confirm({ otp: codeAt(secret, portal.clock()) })).address, GUARDED);
    await portal.drain();
    const letter = (await portal.letters()).at(-1);
    assert.equal(letter?.recipient, email);
    assert.match(letter?.text ?? '', /eine andere App/);
  });

  it('gets new recovery codes, of which one lets in', async (t) => {
    const { portal, browser, confirm } = await arrange(t, ['dispatch']);
    await browser.get('/desk/zugang');
    assert.match(browser.page.text, /0 von 0 übrig/);
    await browser.submit('/desk/zugang/codes');
    await confirm();
    const shown = await browser.submit('/desk/zugang/codes');
    const codes = [...shown.html.matchAll(/<code>([\dA-Z]{4}-[\dA-Z]{4}-[\dA-Z]{4})<\/code>/g)].map(
      ([, one]) => one ?? '',
    );
    assert.equal(codes.length, 10);
    await assertValidHtml(shown.html);
    portal.clock.advance({ minutes: 11 });
    await browser.get('/desk/zugang/app');
    await confirm({ otp: codes[0] ?? '' });
    assert.equal(browser.page.address, '/desk/zugang/app');
    assert.match((await browser.get('/desk/zugang')).text, /9 von 10 übrig/);
    await portal.drain();
    assert.match((await portal.letters()).at(-1)?.subject ?? '', /Neue Wiederherstellungscodes/);
  });
});
