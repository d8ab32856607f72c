import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { readCsv } from '../../platform/csv/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { exportOrders } from './export-orders.ts';
import { OrderQuery } from './schemas.ts';

const portal = await testApp();
const { services, database } = portal;
const admin = await ctxFor({ db: services.db, jobs: services.jobs });
const ids = await idsOf(database);
const HOSTILE = '=HYPERLINK("http://x";"y")';
for (const reference of ['Alpha 1', 'Alpha 2', HOSTILE]) {
  await bookPickup(admin, pickupInput(ids, { reference, slot: '2026-12-01T10:00' }));
}

const query = (input: object = {}) => OrderQuery.parse(input);

describe('the list of orders as a file', () => {
  it('holds every order once, however many are read at a time, newest first', async () => {
    for (const portion of [1, 2, 3, 500]) {
      const numbers: unknown[] = [];
      for await (const row of exportOrders(admin, query(), portion).rows) numbers.push(row[0]);
      assert.equal(new Set(numbers).size, numbers.length);
      assert.deepEqual(numbers, numbers.toSorted().reverse());
      assert.ok(numbers.length >= 3);
    }
  });

  it('is the list as filtered, and of one’s own firm', async () => {
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const file = await browser.get('/auftraege/export.csv?search=alpha&older=1-1');
    assert.equal(file.status, 200);
    assert.equal(file.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(file.headers.get('content-disposition') ?? '', /filename="Auftraege-D100001\.csv"/);
    const { rows } = readCsv(file.html.replace(/^\uFEFF/, ''));
    assert.deepEqual(
      rows.slice(1).map(({ cells }) => [cells[2], cells[3], cells[4], cells[5], cells[6]]),
      [
        ['2026-12-01', '10:00', '12:00', 'Alpha 2', 'Gebucht'],
        ['2026-12-01', '10:00', '12:00', 'Alpha 1', 'Gebucht'],
      ],
    );
    const stranger = portal.client();
    await stranger.signIn('D100002', 'admin@d100002.example');
    assert.equal(readCsv((await stranger.get('/auftraege/export.csv')).html).rows.length, 1);
  });

  it('lets nothing become a formula', async () => {
    const browser = portal.client();
    await browser.signIn('D100001', 'admin@d100001.example');
    const { html } = await browser.get('/auftraege/export.csv');
    assert.ok(html.includes(`"'=HYPERLINK(""http://x"";""y"")"`));
  });

  it('is a workbook, too, and offered with its filter', async () => {
    const browser = portal.client();
    await browser.signIn('D100001', 'admin@d100001.example');
    const page = await browser.get('/auftraege?search=alpha');
    assert.match(page.html, /href="\/auftraege\/export\.xlsx\?search=alpha"/);
    const file = await browser.get('/auftraege/export.xlsx?search=alpha');
    assert.equal(
      file.headers.get('content-type'),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    );
    assert.ok(file.html.startsWith('PK'));
  });

  it('takes any filter', async () => {
    const browser = portal.client();
    await browser.signIn('D100001', 'admin@d100001.example');
    for (const hostile of ['from=2026-99-99&to=x', 'status=%00', 'search=%27%3B--', 'service=%F0%9F%93%AE']) {
      assert.equal((await browser.get(`/auftraege/export.csv?${hostile}`)).status, 200, hostile);
    }
  });
});
