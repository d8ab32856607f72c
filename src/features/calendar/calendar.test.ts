import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { readCsv } from '../../platform/csv/index.ts';
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
