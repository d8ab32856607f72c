import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { clerkCtx } from '../../../test/support/staff.ts';
import { readCsv } from '../../platform/csv/index.ts';
import { takeStep } from '../desk-today/index.ts';
import { cancelOrder, changeOrder } from '../orders/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { periodOf } from './period.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { services, database } = portal;
const admin = await ctxFor({ db: services.db, jobs: services.jobs });
const ids = await idsOf(database);
const book = async (slot: string, reference: string) => {
  const [order] = await bookPickup(admin, pickupInput(ids, { slot, reference }));
  return order?.number ?? '';
};
const kept = await book('2026-12-01T10:00', 'bleibt <b>');
const gone = await book('2026-12-02T10:00', 'geht');
await cancelOrder(admin, { number: gone });

async function signedIn(email = 'mitarbeit@d100001.example') {
  const browser = portal.client();
  await browser.signIn(/d\d+/i.exec(email)?.[0]?.toUpperCase() ?? '', email);
  return browser;
}

describe('the period of a view', () => {
  it('is whole weeks around the month, and leads on without a gap', () => {
    const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2200-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.constantFrom('month', 'week', 'list'), (date, view) => {
        const day = Temporal.PlainDate.from(date.toISOString().slice(0, 10));
        const period = periodOf(view as 'month', day);
        const shown = period.weeks.flat();
        assert.equal(shown[0]?.dayOfWeek, 1);
        assert.equal(shown.length % 7, 0);
        assert.ok(shown.some((one) => one.equals(day)));
        assert.ok(shown.every((one, index) => index === 0 || shown[index - 1]?.add({ days: 1 }).equals(one)));
        assert.ok(periodOf(view as 'month', period.next).begins.equals(period.ends));
        assert.ok(periodOf(view as 'month', period.previous).ends.equals(period.begins));
      }),
    );
  });
});

describe('the calendar', () => {
  it('shows what is booked, cancelled as such, and the days on which the carrier is closed', async () => {
    const browser = await signedIn();
    for (const view of ['month', 'week', 'list']) {
      const page = await browser.get(`/kalender?view=${view}&date=2026-12-02`);
      assert.equal(page.status, 200);
      assert.ok(page.html.includes(`/auftraege/${kept}`), view);
      assert.ok(page.html.includes(`/auftraege/${gone}`), view);
      assert.match(page.text, /Storniert/);
      await assertValidHtml(page.html);
    }
    const december = await browser.get('/kalender?view=month&date=2026-12-24');
    assert.match(december.text, /Geschlossen: (1\.|Erster) Weihnachts/);
    const none = await browser.get('/kalender?view=month&date=2031-05-01');
    assert.match(none.text, /In diesem Zeitraum ist nichts gebucht/);
  });

  it('shows this month for whatever cannot be read', async () => {
    const browser = await signedIn();
    for (const query of ['', '?view=x&date=2026-02-30', '?date=%00', '?date=9999999-01-01', '?view[]=1']) {
      assert.match((await browser.get(`/kalender${query}`)).text, /November 2026/);
    }
  });

  it('belongs to the firm', async () => {
    const stranger = await signedIn('admin@d100002.example');
    const page = await stranger.get('/kalender?view=list&date=2026-12-02');
    assert.ok(!page.html.includes(kept));
  });

  it('is saved as a file for the period that is shown', async () => {
    const browser = await signedIn();
    const file = await browser.get('/kalender/export.csv?view=week&date=2026-12-01');
    const { rows } = readCsv(file.html);
    assert.deepEqual(
      rows.slice(1).map(({ cells }) => [cells[0], cells[4], cells[5], cells[7]]),
      [
        ['2026-12-01', kept, 'Gebucht', 'bleibt <b>'],
        ['2026-12-02', gone, 'Storniert', 'geht'],
      ],
    );
    assert.equal((await browser.get('/kalender/export.xlsx')).status, 200);
  });
});

describe('the calendar of a subscription', () => {
  const addressOn = (html: string) => /value="(http[^"]+\.ics)"/.exec(html)?.[1] ?? '';
  const pathOf = (address: string) => new URL(address).pathname;

  it('follows changes and cancellations under one UID, and is the same bytes in between', async () => {
    const browser = await signedIn();
    await browser.get('/kalender/abo');
    const page = await browser.submit('/kalender/abo');
    await assertValidHtml(page.html);
    const path = pathOf(addressOn(page.html));
    const program = portal.client();
    const moving = await book('2026-12-08T10:00', 'zieht um');
    const first = await program.get(path);
    assert.equal(first.status, 200);
    assert.equal(first.headers.get('content-type'), 'text/calendar; charset=utf-8');
    const eventOf = (text: string, number: string) =>
      text
        .replaceAll('\r\n ', '')
        .split('BEGIN:VEVENT')
        .find((event) => event.includes(`UID:${number}@`)) ?? '';
    assert.match(
      eventOf(first.html, kept),
      /SEQUENCE:1\r\nDTSTART:20261201T090000Z\r\nDTEND:20261201T110000Z/,
    );
    assert.match(eventOf(first.html, kept), /STATUS:CONFIRMED/);
    assert.match(eventOf(first.html, gone), /SEQUENCE:2\r\n[\s\S]*STATUS:CANCELLED/);

    const etag = first.headers.get('etag') ?? '';
    const again = await program.get(path, {
      headers: { 'if-none-match': `W/"x", ${etag}` },
      follow: false,
    });
    assert.deepEqual([again.status, again.html], [304, '']);

    await changeOrder(admin, {
      ...pickupInput(ids, { slot: '2026-12-09T10:00', reference: 'zieht um' }),
      number: moving,
      version: 1,
    });
    const changed = await program.get(path, { headers: { 'if-none-match': etag } });
    assert.equal(changed.status, 200);
    assert.match(eventOf(changed.html, moving), /SEQUENCE:2\r\nDTSTART:20261209T090000Z/);
    assert.match((await browser.get('/kalender/abo')).text, /Zuletzt abgerufen Mo\., 23\.11\.2026/);
  });

  it('is read by the parser of another program, and its sequence never falls, whatever the desk does', async () => {
    const browser = await signedIn('admin@d100001.example');
    await browser.get('/kalender/abo');
    const path = pathOf(addressOn((await browser.submit('/kalender/abo')).html));
    const program = portal.client();
    const number = await book('2026-12-10T10:00', 'Prüfung; äöü, „quer“ 📮'.repeat(2));
    const read = async () => {
      const { html, headers } = await program.get(path);
      for (const line of html.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75, line);
      assert.ok(!/[^\r]\n/.test(html), 'every line ends with CRLF');
      assert.match(headers.get('content-type') ?? '', /^text\/calendar/);
      const calendar = new ICAL.Component(ICAL.parse(html));
      const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
      assert.equal(new Set(events.map(({ uid }) => uid)).size, events.length);
      const event = events.find(({ uid }) => uid.startsWith(`${number}@`)) ?? assert.fail('gone');
      return { event, status: event.component.getFirstPropertyValue('status'), summary: event.summary };
    };
    const first = await read();
    assert.equal(first.event.startDate.toJSDate().toISOString(), '2026-12-10T09:00:00.000Z');
    assert.match(first.event.description, /Prüfung; äöü, „quer“ 📮/);
    assert.deepEqual([first.status, first.summary], ['CONFIRMED', 'Sonderabholung']);
    // the desk says that it failed, and takes it back on the same day
    portal.clock.set('2026-12-10T12:00');
    const { jobs } = services;
    const clerk = await clerkCtx(database, { jobs, now: portal.clock(), roles: ['dispatch'] });
    const orders = (version: number) => [{ number, version }];
    await takeStep(clerk, { step: 'fail', orders: orders(1), reason: 'vehicle' });
    const failed = await read();
    assert.deepEqual([failed.status, failed.summary], ['CANCELLED', 'Storniert: Sonderabholung']);
    await takeStep(clerk, { step: 'undo', orders: orders(2) });
    const again = await read();
    assert.equal(again.status, 'CONFIRMED');
    assert.ok(first.event.sequence < failed.event.sequence);
    assert.ok(failed.event.sequence < again.event.sequence);
    portal.clock.set('2026-11-23T10:00');
  });

  it('answers HEAD as it answers GET, and has an appointment to save by itself', async () => {
    const browser = await signedIn('admin@d100001.example');
    const number = await book('2026-12-11T10:00', 'einzeln');
    const page = await browser.get(`/auftraege/${number}`);
    assert.ok(page.html.includes(`href="/kalender/termine/${number}.ics"`));
    const file = await browser.get(`/kalender/termine/${number}.ics`);
    assert.match(file.headers.get('content-disposition') ?? '', new RegExp(`filename="${number}.ics"`));
    const calendar = new ICAL.Component(ICAL.parse(file.html));
    assert.equal(calendar.getFirstPropertyValue('x-wr-calname'), null);
    assert.equal(calendar.getAllSubcomponents('vevent').length, 1);
    const stranger = await signedIn('admin@d100002.example');
    assert.equal((await stranger.get(`/kalender/termine/${number}.ics`)).status, 404);
    for (const name of [number, 'x.ics', `${number}.ics.exe`, '%00.ics', "'--.ics"])
      assert.equal((await browser.get(`/kalender/termine/${name}`)).status, 404, name);
    await browser.get('/kalender/abo');
    const path = pathOf(addressOn((await browser.submit('/kalender/abo')).html));
    const head = await portal.app.request(`http://portal.test${path}`, { method: 'HEAD' });
    assert.deepEqual([head.status, await head.text()], [200, '']);
  });

  it('ends when it is renewed or removed, and with the membership', async () => {
    const browser = await signedIn('admin@d100003.example');
    await browser.get('/kalender/abo');
    const old = pathOf(addressOn((await browser.submit('/kalender/abo')).html));
    const renewed = pathOf(addressOn((await browser.submit('/kalender/abo')).html));
    assert.notEqual(old, renewed);
    const program = portal.client();
    assert.equal((await program.get(old)).status, 404);
    assert.equal((await program.get(renewed)).status, 200);
    await browser.submit('/kalender/abo/entfernen');
    assert.equal((await program.get(renewed)).status, 404);

    await browser.get('/kalender/abo');
    const last = pathOf(addressOn((await browser.submit('/kalender/abo')).html));
    const rows = await database.owner.sql(
      `select action from audit_entry where action like 'calendar-feed.%' and customer_id =
       (select id from customer where number = 'D100003') order by id`,
    );
    assert.deepEqual(
      rows.map(({ action }) => action),
      ['calendar-feed.create', 'calendar-feed.renew', 'calendar-feed.remove', 'calendar-feed.create'],
    );
    await database.owner.sql(
      `update membership set is_admin = true, is_active = true where customer_id =
       (select id from customer where number = 'D100003')`,
    );
    await database.owner.sql(
      `update membership m set is_active = false, is_admin = false from person p
       where p.id = m.person_id and p.email = 'admin@d100003.example'`,
    );
    assert.equal((await program.get(last)).status, 404);
  });

  it('is found under no other address', async () => {
    const program = portal.client();
    for (const file of ['x.ics', `${'A'.repeat(43)}.ics`, `${'A'.repeat(43)}`, '%00.ics', '..%2f.ics']) {
      assert.equal((await program.get(`/kalender/abo/${file}`)).status, 404, file);
    }
  });
});
