import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { idsOf } from '../../../test/support/orders.ts';
import { readCsv } from '../../platform/csv/index.ts';
import { bookRide } from './book-ride.ts';
import { assignCourier, courierDelivered, courierPickedUp } from './proceed.ts';
import { rideInput } from './test-support/sample.fixture.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { services, database } = portal;
const admin = await ctxFor({ db: services.db, jobs: services.jobs });
const desk = carrierCtx({ db: services.db, jobs: services.jobs, customer: admin.customer });
const ids = await idsOf(database);

describe('the list of rides as a file', () => {
  it('has all of them, the newest first, with how far each has come, for the firm alone', async () => {
    const [first] = await bookRide(admin, rideInput(ids));
    const [second] = await bookRide(admin, rideInput(ids, { reference: '=1+1', slot: '2026-12-01T10:00' }));
    const number = first?.number ?? '';
    await assignCourier(desk, { number, rider: 'Mira Rad' });
    await courierPickedUp({ ...desk, now: berlin('2026-11-30T10:20') }, { number });
    await courierDelivered(
      { ...desk, now: berlin('2026-11-30T10:45') },
      { number, receivedBy: 'Frau Beispiel' },
    );
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/kuriere');
    await assertValidHtml(page.html);
    assert.ok(page.html.includes('/kuriere/export.xlsx'));
    const file = await browser.get('/kuriere/export.csv');
    assert.match(file.headers.get('content-disposition') ?? '', /Kurierfahrten-D100001\.csv/);
    assert.ok(file.html.includes("'=1+1"), 'no formula');
    const [, newest, oldest] = readCsv(file.html).rows.map(({ cells }) => cells);
    assert.deepEqual([newest?.[0], newest?.[1], newest?.[11]], [second?.number, 'Gebucht', '=1+1']);
    assert.deepEqual(
      [oldest?.[0], oldest?.[1], oldest?.[2], oldest?.[8], oldest?.[9], oldest?.[10], oldest?.[12]],
      [number, 'Erledigt', '2026-11-30', 'Mira Rad', 'Frau Beispiel', '2026-11-30 10:45', '13,10'],
    );
    assert.equal((await browser.get('/kuriere/export.xlsx')).status, 200);
    const stranger = portal.client();
    await stranger.signIn('D100002', 'admin@d100002.example');
    assert.ok(!(await stranger.get('/kuriere/export.csv')).html.includes(number));
  });
});
