import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import type { Client } from '../../../test/support/client.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, contentsOf } from '../../../test/support/refused.ts';
import { clerkAt, clerkCtx } from '../../../test/support/staff.ts';
import { routes } from '../../app.ts';
import { forgeryToken } from '../../platform/sessions/index.ts';
import { beginView } from './begin-view.ts';

const portal = await testApp();
const { database, services, clock } = portal;
const { owner } = database;

async function looking(number = 'D100001', reason = 'Hilfe beim Bestellen'): Promise<Client> {
  const client = await clerkAt(portal, 'care');
  await client.get(`/desk/kunden/${number}`);
  await client.submit(/\/ansicht$/, { viewReason: reason });
  return client;
}
const viewCount = async () => (await owner.sql('select count(*)::int as views from customer_view'))[0];

/** Everything but what a look itself leaves behind. */
async function contents() {
  const {
    'public.customer_view': _,
    'public.throttle': __,
    'public.staff_session': ___,
    ...rest
  } = await contentsOf(database);
  return rest;
}

describe('a clerk who looks at the pages of a firm', () => {
  it('sees what its administrator sees, under a banner that says so', async () => {
    const client = await looking();
    assert.equal(client.page.address, '/');
    assert.match(
      client.page.text,
      /Sie sehen die Seiten von Kanzlei.*nur zum Lesen, bis .*Grund: Hilfe beim Bestellen/,
    );
    for (const address of [
      '/auftraege',
      '/konto',
      '/konto/benutzer',
      '/konto/stammdaten',
      '/konto/lastschrift',
      '/bestellen',
      '/abholungen/neu',
      '/hilfe',
      '/konto/verlauf',
    ]) {
      const page = await client.get(address);
      assert.equal(page.status, 200, address);
      assert.match(page.text, /Ansicht beenden/, address);
      await assertValidHtml(page.html);
    }
  });

  it('sends no form, whichever it is, and changes no row', async () => {
    const client = await looking();
    const [view] = await owner.sql<{ id: number }>('select max(id) as id from customer_view');
    const _csrf = forgeryToken(services.appKey, `view ${view?.id}`);
    const before = await contents();
    const forms = routes.filter(
      ({ method, path, door }) =>
        method !== 'GET' && door !== 'api' && !path.startsWith('/desk') && path !== '/ansicht/beenden',
    );
    assert.ok(forms.length > 40);
    for (const { path } of forms) {
      const page = await client.post(path.replaceAll(/:\w+(\{[^}]*\})?/g, '1'), { _csrf }, { follow: false });
      assert.equal(page.status, 403, path);
    }
    assert.deepEqual(await contents(), before);
  });

  it('opens every page of the firm without a fault and without leaving a trace in its data', async () => {
    const client = await looking();
    const before = await contents();
    const pages = routes.filter(
      ({ method, path, door }) =>
        method === 'GET' && door !== 'api' && !path.includes(':') && !path.startsWith('/desk'),
    );
    for (const { path } of pages) {
      const page = await client.get(path, { follow: false });
      assert.ok(page.status < 500, `${path}: ${page.status}`);
    }
    assert.deepEqual(await contents(), before);
  });

  it('does not get at what belongs to a person', async () => {
    const client = await looking();
    for (const address of ['/konto/meine-daten', '/konto/sicherheit', '/hilfe/anfragen']) {
      const page = await client.get(address);
      assert.equal(page.status, 403, address);
      assert.match(page.text, /In der Ansicht wie der Kunde nicht möglich/, address);
    }
  });

  it('ends it with the button, by time, and by signing out at the desk', async () => {
    const byButton = await looking();
    const back = await byButton.submit('/ansicht/beenden');
    assert.equal(back.address, '/desk/kunden/D100001');
    assert.equal((await lastAudit(database, 'customer-view.end'))?.object, 'D100001');
    assert.match((await byButton.get('/')).text, /Passwort vergessen/);

    const byTime = await looking();
    clock.advance({ minutes: 29, seconds: 59 });
    assert.match((await byTime.get('/')).text, /Ansicht beenden/);
    clock.advance({ seconds: 1 });
    assert.match((await byTime.get('/')).text, /Passwort vergessen/);
    clock.set('2026-11-23T10:00');

    const bySignOut = await looking();
    await owner.sql('delete from staff_session');
    assert.match((await bySignOut.get('/')).text, /Passwort vergessen/);
  });

  it('sees this firm and no other, also while signed in somewhere else', async () => {
    const client = await looking('D100002');
    assert.match((await client.get('/konto')).text, /D100002/);
    assert.doesNotMatch((await client.get('/konto')).text, /D100001/);
  });
});

describe('the reason', () => {
  it('is asked for, and written down where the administrators of the firm read it, and nobody else', async () => {
    const before = await viewCount();
    const client = await clerkAt(portal, 'care');
    for (const viewReason of ['', 'x', 'x'.repeat(301)]) {
      await client.get('/desk/kunden/D100001');
      const page = await client.submit(/\/ansicht$/, { viewReason });
      assert.equal(page.status, 422);
      assert.match(page.text, /Warum\?: /);
    }
    assert.deepEqual(await viewCount(), before);
    await looking('D100001', 'Frage zu Auftrag 4711');
    const entry = await lastAudit(database, 'customer-view.begin');
    assert.deepEqual(entry?.after, { reason: 'Frage zu Auftrag 4711' });

    const admin = portal.client();
    await admin.signIn('D100001', 'admin@d100001.example');
    const page = await admin.get('/konto/verlauf');
    assert.match(page.text, /Carla Clerk Frage zu Auftrag 4711/);
    await assertValidHtml(page.html);
    const colleague = portal.client();
    await colleague.signIn('D100001', 'mitarbeit@d100001.example');
    assert.equal((await colleague.get('/konto/verlauf')).status, 403);
    const stranger = portal.client();
    await stranger.signIn('D100003', 'admin@d100003.example');
    assert.doesNotMatch((await stranger.get('/konto/verlauf')).text, /4711/);
  });

  it('is given by care alone', async () => {
    const { customer } = await ctxFor({ db: services.db });
    const admin = await ctxFor({ db: services.db });
    const clerk = await clerkCtx(database, {
      jobs: services.jobs,
      now: clock(),
      roles: ['billing', 'dispatch'],
    });
    await assertRefused(beginView({ ...clerk, customer }, 1, { reason: 'neugierig' }), 'staff-role-required');
    await assertRefused(beginView(admin, 1, { reason: 'neugierig' }), 'not-found');
  });
});
