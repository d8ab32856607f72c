import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { assignCourier, bookRide } from '../../src/features/couriers/index.ts';
import { testApp } from '../support/app.ts';
import { carrierCtx, ctxFor } from '../support/context.ts';
import { idsOf } from '../support/orders.ts';
import { assertUnchanged } from '../support/refused.ts';
import { type Call, programOf } from './program.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const program = await programOf(portal);
const token = await program.tokenOf('D100001');
const other = await program.tokenOf('D100003');
const ids = await idsOf(portal.database);
const options = { db: portal.services.db, jobs: portal.services.jobs };
const admin = await ctxFor(options);
const desk = carrierCtx({ ...options, customer: admin.customer });

const call = (method: string, path: string, more: Call = {}) =>
  program.call(method, path, { token, ...(method === 'POST' ? { key: randomUUID() } : {}), ...more });

const dropOff = {
  kind: 'letters',
  site: 'DEPOT_KREUZBERG',
  slot: '2026-11-30T10:00',
  items: { LETTER_STD: { pieces: 500, grams: 20 } },
};
const door = { recipient: 'Labor', street: 'Musterweg 3', postcode: '10117', city: 'Berlin' };
const ride = {
  from: { addressId: ids.address('Kanzlei') },
  to: door,
  content: 'Akten',
  kg: 2,
  length: 30,
  width: 20,
  height: 10,
  when: 'hour',
  slot: '2026-11-30T10:00',
};
// before the first test: what is awaited between them runs beside them
const [booked] = await bookRide(admin, { ...ride, key: randomUUID() });

describe('drop-offs by the API', () => {
  it('say where and when, are announced, read and changed until they are as they shall be', async () => {
    const { body: sites } = await call('GET', '/api/v1/drop-off-sites');
    assert.deepEqual(sites.sites[0].kinds, ['letters', 'advertising']);
    const { body: windows } = await call('GET', '/api/v1/drop-off-windows?site=DEPOT_KREUZBERG&kind=letters');
    assert.ok(windows.windows.some(({ slot }: { slot: string }) => slot === dropOff.slot));

    const placed = await call('POST', '/api/v1/drop-offs', { json: dropOff });
    assert.equal(placed.status, 201);
    const { number, addressId, particulars } = placed.body.orders[0];
    assert.equal(addressId, null);
    assert.ok(particulars.length > 0);
    const read = await call('GET', `/api/v1/drop-offs/${number}`);
    assert.deepEqual(read.body.estimate, { netCents: 35_500, grossCents: 42_245 });
    assert.equal((await call('GET', `/api/v1/drop-offs/${number}`, { token: other })).status, 404);

    const { kind: _, ...answers } = dropOff;
    const items = { LETTER_STD: { pieces: 700, grams: 20 } };
    const change = { ...answers, items, version: 1 };
    const path = `/api/v1/drop-offs/${number}/change`;
    const changed = await call('POST', path, { json: change });
    assert.equal(changed.body.version, 2);
    assert.equal(changed.body.items[0].pieces, 700);
    assert.equal(changed.body.manifestCode, read.body.manifestCode);
    const stale = await call('POST', path, { json: change });
    assert.deepEqual([stale.status, stale.body.code], [409, 'stale']);
    // the general change of orders does not know what a drop-off announces
    const general = await call('POST', `/api/v1/orders/${number}/change`, { json: { version: 2 } });
    assert.equal(general.status, 404);
  });

  it('name the field that is wrong', async () => {
    const wrong: [object, string][] = [
      [{ items: { LETTER_STD: { pieces: 5, grams: 21 } } }, 'items.LETTER_STD.grams'],
      [{ items: {} }, 'items'],
      [{ site: 'NOWHERE' }, 'site'],
      [{ unheardOf: 1 }, 'unheardOf'],
      [
        { kind: 'advertising', items: { AD_STD: { pieces: 199, grams: 9 } }, isUniform: true },
        'items.AD_STD.pieces',
      ],
    ];
    await assertUnchanged(portal.database, async () => {
      for (const [changes, field] of wrong) {
        const answer = await call('POST', '/api/v1/drop-offs', { json: { ...dropOff, ...changes } });
        assert.deepEqual([answer.status, answer.body.fields[0].field], [422, field]);
      }
    });
  });
});

describe('couriers by the API', () => {
  it('cost what the quote says, and are cancelled for what is expected', async () => {
    const quote = await call('POST', '/api/v1/courier-quotes', { json: ride });
    assert.deepEqual([quote.status, quote.body.netCents, quote.body.baseFeeCents], [200, 1310, 790]);
    const placed = await call('POST', '/api/v1/courier-rides', { json: ride });
    assert.equal(placed.status, 201);
    const [order] = placed.body.orders;
    assert.equal(order.netCents, quote.body.netCents);
    const path = `/api/v1/courier-rides/${order.number}`;
    const read = await call('GET', path);
    assert.deepEqual([read.body.step, read.body.vehicle, read.body.stops.length], ['placed', 'BIKE', 2]);
    assert.equal((await call('GET', path, { token: other })).status, 404);

    const wrong = await call('POST', `${path}/cancellation`, { json: { fee: 790 } });
    assert.deepEqual([wrong.status, wrong.body.code], [409, 'stale']);
    const foreign = await call('POST', `${path}/cancellation`, { token: other, json: { fee: 0 } });
    assert.equal(foreign.status, 404);
    const cancelled = await call('POST', `${path}/cancellation`, { json: { fee: 0 } });
    assert.deepEqual([cancelled.status, cancelled.body.isCancellationCharged], [200, false]);
  });

  it('are changed for a price that is known before, until a rider is assigned', async () => {
    const placed = await call('POST', '/api/v1/courier-rides', { json: ride });
    const { number } = placed.body.orders[0];
    const path = `/api/v1/courier-rides/${number}`;
    const read = await call('GET', path);
    assert.deepEqual([read.body.version, read.body.change], [1, { possible: true, refusal: null }]);
    const anew = { ...ride, stops: [{ ...door, hint: 'Hinten' }], slot: '2026-11-30T14:00' };
    const quote = await call('POST', `${path}/change-quote`, { json: anew });
    assert.equal(quote.status, 200);
    const changed = await call('POST', `${path}/change`, { json: { ...anew, version: 1 } });
    assert.deepEqual([changed.status, changed.body.version, changed.body.stops[1].hint], [200, 2, 'Hinten']);
    const order = await call('GET', `/api/v1/orders/${number}`);
    assert.equal(order.body.netCents, quote.body.netCents);
    const stale = await call('POST', `${path}/change`, { json: { ...ride, version: 1 } });
    assert.deepEqual([stale.status, stale.body.code], [409, 'stale']);
    for (const [to, json] of [
      ['change', { ...ride, version: 2 }],
      ['change-quote', ride],
    ] as const)
      assert.equal((await call('POST', `${path}/${to}`, { token: other, json })).status, 404);
    await assignCourier(desk, { number, rider: 'Mira Rad' });
    const late = await call('POST', `${path}/change`, { json: { ...ride, version: 2 } });
    assert.deepEqual([late.status, late.body.code], [409, 'courier-assigned']);
    assert.equal((await call('GET', path)).body.change.refusal, 'courier-assigned');
  });

  it('name the field that is wrong', async () => {
    const wrong: [object, string][] = [
      [{ to: { ...door, postcode: '80331' } }, 'to.postcode'],
      [{ stops: [{ ...door, city: '' }] }, 'stops.0.city'],
      [{ kg: 9000 }, 'kg'],
      [{ kg: 7, vehicle: 'BIKE' }, 'vehicle'],
      [{ from: {} }, 'from.recipient'],
      [{ unheardOf: 1 }, 'unheardOf'],
    ];
    await assertUnchanged(portal.database, async () => {
      for (const [changes, field] of wrong) {
        const answer = await call('POST', '/api/v1/courier-rides', { json: { ...ride, ...changes } });
        assert.deepEqual([answer.status, answer.body.fields[0].field], [422, field]);
      }
    });
  });
});

/** Every kind of JSON value, and texts that have hurt programs before. */
const VALUES: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  "'; drop table service_order; --",
  '\u202e\u0000\ufeff',
  '\ud800',
  'x'.repeat(10_000),
  [],
  [1],
  {},
  { constructor: 1 },
];

describe('hostile values', () => {
  for (const [path, good] of [
    ['/api/v1/drop-offs', dropOff],
    ['/api/v1/courier-rides', ride],
    ['/api/v1/courier-quotes', ride],
    [`/api/v1/courier-rides/${booked?.number}/change`, { ...ride, version: 9 }],
    [`/api/v1/courier-rides/${booked?.number}/change-quote`, ride],
  ] as const) {
    it(`never break ${path}`, async () => {
      for (const field of [...Object.keys(good), 'stops', 'containers', 'note', 'proof', 'waitMinutes']) {
        for (const value of VALUES) {
          const answer = await call('POST', path, { json: { ...good, [field]: value } });
          assert.ok(answer.status < 500, `${path} ${field}=${JSON.stringify(value)?.slice(0, 40)}`);
        }
      }
    });
  }
});
