import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { addPerson, confirmedCtx, lastAudit, personIdFor } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import { jobCtx } from '../../platform/job-context.ts';
import { bookDropOff } from '../drop-offs/index.ts';
import { dropOffInput } from '../drop-offs/test-support/sample.fixture.ts';
import { bookPickup } from '../pickups/index.ts';
import { unwatchMember, watchMember } from '../users/index.ts';
import { approveOrder, declineOrder, expireOrders, setApprovalRule } from './index.ts';

const portal = await testApp();
const { database, services } = portal;
const { jobs } = services;
const ids = await idsOf(database);
const admin = await ctxFor({ db: database.app, jobs });
const clerk = await ctxFor({ db: database.app, jobs, user: 'mitarbeit' });
await addPerson(database, { email: 'chefin@d100001.example', name: 'Vera Vier', rights: ['orders.approve'] });
await setApprovalRule(admin, { isOn: true, above: '1' });

async function waiting(slot = '2026-11-30T10:00', reference = ''): Promise<string> {
  const [order] = await bookPickup(clerk, pickupInput(ids, { slot, reference }));
  return order?.number ?? assert.fail('nothing was booked');
}

async function signedIn(email: string) {
  const browser = portal.client();
  await browser.signIn('D100001', email);
  return browser;
}

const boss = await signedIn('chefin@d100001.example');
const orderer = await signedIn('mitarbeit@d100001.example');
const chief = await signedIn('admin@d100001.example');

describe('the pages of approval', () => {
  it('list what waits with a form each, worded and escaped', async () => {
    const number = await waiting('2026-12-01T10:00', '<b>&');
    const page = await boss.get('/freigaben');
    await assertValidHtml(page.html);
    assert.ok(page.text.includes(number));
    assert.ok(page.text.includes('Jonas Wieland'));
    assert.equal(page.forms.filter(({ action }) => action === `/freigaben/${number}/freigeben`).length, 1);
    await assertValidHtml((await boss.get(`/freigaben/${number}/ablehnen`)).html);
    await assertValidHtml((await boss.get(`/auftraege/${number}`)).html);
    await assertValidHtml((await orderer.get(`/freigaben/${number}/zurueckziehen`)).html);
    await boss.get('/freigaben');
    const approved = await boss.submit(`/freigaben/${number}/freigeben`);
    assert.equal(approved.status, 200);
    assert.ok(approved.text.includes(`Auftrag ${number} ist freigegeben.`));
  });

  it('decide nothing by being looked at', async () => {
    const number = await waiting('2026-12-01T12:00');
    await assertUnchanged(database, async () => {
      for (const address of [
        '/freigaben',
        `/freigaben/${number}/ablehnen`,
        `/auftraege/${number}`,
        `/freigaben/${number}/freigeben`,
      ])
        await boss.get(address);
    });
    await declineOrder(admin, { number, reason: 'x' });
  });

  it('say why it is too late, and what was decided', async () => {
    const number = await waiting('2026-12-01T14:00');
    await boss.get('/freigaben');
    await approveOrder(admin, { number });
    const late = await boss.submit(`/freigaben/${number}/freigeben`);
    assert.equal(late.status, 409);
    assert.match(late.text, /Darüber ist schon entschieden/);
    await assertValidHtml(late.html);
    const page = await boss.get(`/freigaben/${number}/ablehnen`);
    assert.equal(page.status, 200);
    assert.match(page.text, /Darüber ist schon entschieden/);
    assert.equal(page.forms.filter(({ action }) => action.includes('/ablehnen')).length, 0);
  });

  it('take any reason as text, and none as a mistake', async () => {
    const number = await waiting('2026-12-02T10:00');
    for (const reason of ['', ' \u200b ', 'x'.repeat(501)]) {
      await boss.get(`/freigaben/${number}/ablehnen`);
      const page = await assertStill(() => boss.submit(`/freigaben/${number}/ablehnen`, { reason }));
      assert.equal(page.status, 422);
      await assertValidHtml(page.html);
    }
    const done = await boss.submit(`/freigaben/${number}/ablehnen`, {
      reason: `'; drop table x; <script>alert(1)</script> \u202e\u0000 📦`,
    });
    assert.equal(done.status, 200);
    const order = await orderer.get(`/auftraege/${number}`);
    await assertValidHtml(order.html);
    assert.ok(!order.html.includes('<script>alert'));
    assert.match(order.text, /Grund: '; drop table x; <script>alert\(1\)<\/script> +📦/);
  });

  it('are not there for those who may not', async () => {
    const number = await waiting('2026-12-02T12:00');
    for (const address of ['/freigaben', `/freigaben/${number}/ablehnen`])
      assert.equal((await orderer.get(address)).status, 403);
    assert.equal((await boss.get('/konto/freigabe')).status, 403);
    const seen = await orderer.get(`/auftraege/${number}`);
    assert.equal(seen.forms.filter(({ action }) => action.includes('/freigeben')).length, 0);
    assert.match(seen.text, /Zurückziehen/);
    assert.match((await boss.get('/')).text, /wartet auf Ihre Freigabe|warten auf Ihre Freigabe/);
    assert.doesNotMatch((await orderer.get('/')).text, /auf Ihre Freigabe/);
    await declineOrder(admin, { number, reason: 'x' });
  });

  it('are one click away from every page, for those who may and as long as something waits for them', async () => {
    const mark = /class="waiting" href="\/freigaben" title="(\d+ Auftr[^"]*)"/;
    const seen = async (browser: typeof boss, page = '/hilfe') =>
      mark.exec((await browser.get(page)).html)?.[1];
    // what other tests have left
    for (const { number } of await database.owner.sql<{ number: string }>(
      "select number from service_order where status = 'awaiting-approval' and customer_id = $1",
      [admin.customer.id],
    ))
      await declineOrder(admin, { number, reason: 'x' });
    assert.equal(await seen(boss), undefined);
    const numbers = [await waiting('2026-12-02T14:00'), await waiting('2026-12-02T16:00')];
    const [own] = await bookPickup(
      { ...clerk, actor: (await confirmedCtx(database, jobs, { email: 'chefin@d100001.example' })).actor },
      pickupInput(ids, { slot: '2026-12-03T14:00' }),
    );
    for (const page of ['/', '/kalender', '/konto/stammdaten', '/freigaben'])
      assert.equal(await seen(boss, page), '2 Aufträge warten auf Ihre Freigabe', page);
    // one's own waits for somebody else
    assert.equal(await seen(chief), '3 Aufträge warten auf Ihre Freigabe');
    assert.equal(await seen(orderer), undefined);
    assert.doesNotMatch((await portal.client().get('/anmelden')).html, mark);
    await assertValidHtml((await boss.get('/kalender')).html);
    for (const number of [numbers[0], own?.number]) await declineOrder(admin, { number, reason: 'x' });
    assert.equal(await seen(boss), '1 Auftrag wartet auf Ihre Freigabe');
    const [row] = await database.owner.sql<{ until: Temporal.Instant }>(
      'select approve_until as until from service_order where number = $1',
      [numbers[1]],
    );
    const began = portal.clock();
    portal.clock.set(row?.until.add({ seconds: 1 }) ?? began);
    // too late, although nobody has written it down yet
    const late = await signedIn('chefin@d100001.example');
    assert.equal(await seen(late), undefined);
    portal.clock.set(began);
    await declineOrder(admin, { number: numbers[1], reason: 'x' });
  });

  it('show the rule as it was typed when it cannot be taken', async () => {
    await chief.get('/konto/freigabe');
    const page = await assertStill(() => chief.submit('/konto/freigabe', { above: '<b>1e9' }));
    assert.equal(page.status, 422);
    await assertValidHtml(page.html);
    assert.ok(page.html.includes('value="&lt;b>1e9"') || page.html.includes('value="&lt;b&gt;1e9"'));
    await chief.get('/konto/freigabe');
    assert.match((await chief.submit('/konto/freigabe', { above: '1' })).text, /Gespeichert/);
  });
});

async function assertStill<T>(work: () => Promise<T>): Promise<T> {
  let result: T | undefined;
  await assertUnchanged(database, async () => {
    result = await work();
  });
  return result as T;
}

describe('what waits', () => {
  it('is no work at the desk until it is approved', async () => {
    const number = await waiting('2026-12-03T10:00');
    const desk = await clerkAt(portal, 'dispatch');
    const day = '/desk/heute?tag=2026-12-03';
    assert.ok(!(await desk.get(day)).text.includes(number));
    await approveOrder(admin, { number });
    assert.ok((await desk.get(day)).text.includes(number));
    const declined = await waiting('2026-12-03T12:00');
    await declineOrder(admin, { number: declined, reason: 'x' });
    assert.ok(!(await desk.get(day)).text.includes(declined));
  });

  it('is tentative in calendars, then confirmed or cancelled, each a newer version', async () => {
    const [approved, declined] = [await waiting('2026-12-04T10:00'), await waiting('2026-12-04T12:00')];
    await orderer.get('/kalender/abo');
    const page = await orderer.submit('/kalender/abo');
    const address = /value="(http[^"]+\.ics)"/.exec(page.html)?.[1] ?? '';
    const eventOf = async (number: string) =>
      (await portal.client().get(new URL(address).pathname)).html
        .replaceAll('\r\n ', '')
        .split('BEGIN:VEVENT')
        .find((event) => event.includes(`UID:${number}@`)) ?? '';
    for (const number of [approved, declined])
      assert.match(await eventOf(number), /SEQUENCE:1\r\n[\s\S]*STATUS:TENTATIVE/);
    await approveOrder(admin, { number: approved });
    await declineOrder(admin, { number: declined, reason: 'x' });
    assert.match(await eventOf(approved), /SEQUENCE:2\r\n[\s\S]*STATUS:CONFIRMED/);
    assert.match(await eventOf(declined), /SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);
    const calendar = await orderer.get('/kalender?view=list&date=2026-12-04');
    assert.match(calendar.text, /Abgelehnt/);
  });

  it('stays in the list and the export under its own status, whatever becomes of it', async () => {
    const number = await waiting('2026-12-07T10:00');
    const filtered = '/auftraege?status=awaiting-approval';
    assert.ok((await orderer.get(filtered)).text.includes(number));
    assert.match(
      (await orderer.get('/auftraege/export.csv?status=awaiting-approval')).html,
      /Freigabe offen/,
    );
    const [row] = await database.owner.sql<{ until: Temporal.Instant }>(
      'select approve_until as until from service_order where number = $1',
      [number],
    );
    const now = row?.until.add({ seconds: 1 }) ?? admin.now;
    await expireOrders(jobCtx({ ...services, clock: () => now }, 'job'));
    assert.ok(!(await orderer.get(filtered)).text.includes(number));
    const page = await orderer.get(`/auftraege/${number}`);
    assert.match(
      page.text,
      /wurde bis Sa?o?\.?, \d+\.\d+\.\d+, \d+:\d+ Uhr nicht freigegeben|nicht freigegeben/,
    );
    await assertValidHtml(page.html);
  });
});

describe('whose orders all wait', () => {
  it('is set on the page of the person by an administrator, and written down', async () => {
    const personId = await personIdFor(database, 'mitarbeit@d100001.example');
    const confirmed = await confirmedCtx(database, jobs, { email: 'admin@d100001.example' });
    const member = await chief.get(`/konto/benutzer/${personId}`);
    await assertValidHtml(member.html);
    const saved = await chief.submit(`/konto/benutzer/${personId}/freigabe-noetig`);
    assert.match(saved.text, /Alle Aufträge der Person warten ab jetzt auf Freigabe/);
    assert.deepEqual((await lastAudit(database, 'user.approval'))?.after, { needsApproval: true });
    await assertUnchanged(database, () => watchMember(confirmed, { personId }));
    assert.match((await chief.get('/konto/freigabe')).text, /Jonas Wieland/);
    await orderer.get('/konto/meine-daten');
    const own = await orderer.post('/konto/meine-daten/herunterladen');
    assert.match(own.html, /"ordersNeedApproval":\s*true/);

    const [dropOff] = await bookDropOff(clerk, dropOffInput({ slot: '2026-11-30T12:00' }));
    const page = await orderer.get(`/einlieferungen/${dropOff?.number}`);
    await assertValidHtml(page.html);
    assert.match(page.text, /Wartet auf Freigabe/);

    await assertUnchanged(database, async () => {
      await assertRefused(watchMember(clerk, { personId }), 'admin-only');
      await assertRefused(
        watchMember({ ...admin, confirmedAt: undefined }, { personId }),
        'confirmation-required',
      );
      const stranger = await confirmedCtx(database, jobs, {
        email: 'admin@d100002.example',
        customer: 'D100002',
      });
      await assertRefused(watchMember(stranger, { personId }), 'not-found');
    });
    await unwatchMember(confirmed, { personId });
    assert.doesNotMatch((await chief.get('/konto/freigabe')).text, /Jonas Wieland/);
  });
});
