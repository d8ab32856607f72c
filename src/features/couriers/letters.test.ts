import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { idsOf } from '../../../test/support/orders.ts';
import { bookRide } from './book-ride.ts';
import { cancelRide } from './cancel-ride.ts';
import { assignCourier, courierDelivered, courierPickedUp } from './proceed.ts';
import { DOOR, rideInput } from './test-support/sample.fixture.ts';

async function firm(t: Parameters<typeof testApp>[1], customer: string) {
  const portal = await testApp({}, t);
  const { db, jobs } = portal.services;
  const admin = await ctxFor({ db, jobs, customer });
  const desk = carrierCtx({ db, jobs, customer: admin.customer });
  return { portal, admin, desk };
}

describe('the letters about a ride', () => {
  it('confirm it with its rule of cancelling, and tell of each step with name and time', async (t) => {
    const { portal, admin, desk } = await firm(t, 'D100001');
    const [order] = await bookRide(admin, rideInput(await idsOf(portal.database)));
    const number = order?.number ?? '';
    await portal.drain();
    await assignCourier(desk, { number, rider: '<b>Mira</b>' });
    await portal.drain();
    const onItsDay = { ...desk, now: berlin('2026-11-30T10:20') };
    await courierPickedUp(onItsDay, { number });
    await portal.drain();
    await courierDelivered(onItsDay, { number, receivedBy: 'Frau Beispiel' });
    await portal.drain();
    const letters = await portal.letters();
    assert.deepEqual(
      letters.map(({ recipient, subject }) => [recipient, subject]),
      [
        ['admin@d100001.example', `Auftragsbestätigung ${number}`],
        ['admin@d100001.example', `Fahrer zugeteilt: Kurierfahrt ${number}`],
        ['admin@d100001.example', `Abgeholt: Kurierfahrt ${number}`],
        ['admin@d100001.example', `Zugestellt: Kurierfahrt ${number}`],
      ],
    );
    const [placed = assert.fail(), assigned = assert.fail(), , delivered = assert.fail()] = letters;
    assert.match(placed.text, /Stornierung: kostenlos, bis ein Fahrer zugeteilt ist/);
    assert.doesNotMatch(placed.text, /die Bestellung ist verbindlich/);
    assert.match(placed.text, /Ziel: Notariat Beispiel/);
    assert.match(assigned.text, /<b>Mira<\/b> fährt für Sie/);
    assert.ok(assigned.html.includes('&lt;b&gt;Mira&lt;/b&gt;'));
    assert.match(delivered.text, /entgegengenommen von Frau Beispiel/);
    assert.match(delivered.text, new RegExp(`http://portal\\.test/kuriere/${number}`));
  });

  it('say what cancelling costs, in the language of whoever cancelled', async (t) => {
    const { portal, admin, desk } = await firm(t, 'D100003');
    const rides: string[] = [];
    for (const slot of ['2026-11-30T10:00', '2026-11-30T11:00']) {
      const [order] = await bookRide(admin, {
        ...rideInput(await idsOf(portal.database), { slot }),
        from: DOOR,
      });
      rides.push(order?.number ?? '');
    }
    const [free = '', paid = ''] = rides;
    await cancelRide(admin, { number: free, fee: 0 });
    await assignCourier(desk, { number: paid, rider: 'Mira' });
    await cancelRide(admin, { number: paid, fee: 790 });
    await portal.drain();
    const texts = new Map((await portal.letters()).map(({ subject, text }) => [subject, text]));
    assert.match(texts.get(`Cancellation of courier ride ${free}`) ?? '', /not be charged/);
    assert.match(texts.get(`Cancellation of courier ride ${paid}`) ?? '', /the base fee of €7\.90 net/);
  });
});
