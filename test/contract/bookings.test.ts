import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { assignCourier, bookRide, courierPickedUp } from '../../src/features/couriers/index.ts';
import { testApp } from '../support/app.ts';
import { berlin } from '../support/clock.ts';
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
    // the general change of orders does not know what a drop-off announces; the order says where it goes
    const general = await call('POST', `/api/v1/orders/${number}/change`, { json: { version: 2 } });
    assert.equal(general.status, 404);
    const { body: order } = await call('GET', `/api/v1/orders/${number}`);
    assert.deepEqual(order.change, { possible: true, refusal: null, path });
    assert.deepEqual(order.cancellation, {
      possible: true,
      refusal: null,
      path: `/api/v1/orders/${number}/cancellation`,
    });
    assert.equal((await call('POST', order.cancellation.path)).body.status, 'cancelled');
    const { body: list } = await call('GET', '/api/v1/orders?service=DROPOFF');
    const listed = list.orders.find((one: { number: string }) => one.number === number);
    assert.equal(listed.service, 'DROPOFF');
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
    // not by the rule of other orders, whose deadline a ride has none of
    assert.deepEqual(order.body.change, { possible: true, refusal: null, path: `${path}/change` });
    assert.deepEqual(order.body.cancellation, {
      possible: true,
      refusal: null,
      path: `${path}/cancellation`,
    });
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
    const { body: assigned } = await call('GET', `/api/v1/orders/${number}`);
    assert.deepEqual(assigned.change, {
      possible: false,
      refusal: 'courier-assigned',
      path: `${path}/change`,
    });
    assert.deepEqual(assigned.cancellation, {
      possible: true,
      refusal: null,
      path: `${path}/cancellation`,
    });
    await courierPickedUp({ ...desk, now: berlin('2026-11-30T14:10') }, { number });
    const { body: underway } = await call('GET', `/api/v1/orders/${number}`);
    assert.deepEqual(
      [underway.change.refusal, underway.cancellation.possible, underway.cancellation.refusal],
      ['courier-underway', false, 'courier-underway'],
    );
    const onItsWay = await call('POST', underway.cancellation.path, { json: { fee: 790 } });
    assert.deepEqual([onItsWay.status, onItsWay.body.code], [409, 'courier-underway']);
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

const plan = {
  weekdays: [1, 3],
  window: '12:00',
  addressId: ids.address('Kanzlei'),
  onHoliday: 'skip',
  validFrom: '2026-11-30',
};
const plans = '/api/v1/standing-pickups';

async function setUp(): Promise<string> {
  const made = await call('POST', plans, { json: plan });
  assert.equal(made.status, 201);
  return made.body.number;
}

describe('standing pickups by the API', () => {
  it('are set up once per key, listed, and read with their dates and orders', async () => {
    const key = randomUUID();
    const first = await call('POST', plans, { json: plan, key });
    const again = await call('POST', plans, { json: plan, key });
    assert.deepEqual([first.status, again.body.number], [201, first.body.number]);
    const other = await call('POST', plans, { json: { ...plan, weekdays: [2] }, key });
    assert.deepEqual([other.status, other.body.code], [409, 'key-reused']);
    const { body: list } = await call('GET', plans);
    assert.ok(list.standingPickups.some(({ number }: { number: string }) => number === first.body.number));
    const { body: read } = await call('GET', `${plans}/${first.body.number}`);
    assert.deepEqual(
      read.dates.slice(0, 2).map(({ date, fate }: { date: string; fate: string }) => [date, fate]),
      [
        ['2026-11-30', 'due'],
        ['2026-12-02', 'due'],
      ],
    );
    assert.match(read.dates[0].order, /^A-2026-/);
  });

  it('are skipped, taken up, moved, added to, paused, changed and ended', async () => {
    const path = `${plans}/${await setUp()}`;
    const done = async (action: string, json: object) => {
      const answer = await call('POST', `${path}/${action}`, { json });
      assert.equal(answer.status, 200, `${action} ${JSON.stringify(answer.body)}`);
      return answer.body;
    };
    type Day = { date: string; takesPlaceOn: string; fate: string; starts: string };
    const on = (body: { dates: Day[] }, date: string) => body.dates.find((one) => one.date === date);
    assert.equal(on(await done('skip', { date: '2026-12-02' }), '2026-12-02')?.fate, 'skipped');
    assert.equal(on(await done('restore', { date: '2026-12-02' }), '2026-12-02')?.fate, 'due');
    const moved = await done('move', { date: '2026-12-02', slot: '2026-12-03T15:00' });
    assert.equal(on(moved, '2026-12-02')?.takesPlaceOn, '2026-12-03');
    assert.equal(on(await done('add', { slot: '2026-12-04T12:00' }), '2026-12-04')?.fate, 'due');
    const paused = await done('pause', { from: '2026-12-14', until: '2026-12-18', reason: 'Inventur' });
    assert.equal(on(paused, '2026-12-14')?.fate, 'paused');
    const resumed = await done('resume', { pause: paused.pauses[0].id });
    assert.equal(on(resumed, '2026-12-14')?.fate, 'due');
    const { validFrom: _, ...terms } = plan;
    const change = { ...terms, window: '15:00', from: '2026-12-21', revision: resumed.revision };
    assert.equal(on(await done('change', change), '2026-12-21')?.starts, '15:00');
    const stale = await call('POST', `${path}/change`, { json: change });
    assert.deepEqual([stale.status, stale.body.code], [409, 'stale']);
    assert.equal((await done('end', { lastDate: '2027-01-15' })).lastDate, '2027-01-15');
  });

  it('name the field that is wrong, and are not there for another firm', async () => {
    const number = await setUp();
    const wrong: [string, object, string][] = [
      [plans, { ...plan, weekdays: [7] }, 'weekdays'],
      [plans, { ...plan, window: '03:00' }, 'window'],
      [plans, { ...plan, addressId: 999_999 }, 'addressId'],
      [plans, { ...plan, validFrom: '2026-11-24' }, 'validFrom'],
      [plans, { ...plan, unheardOf: 1 }, 'unheardOf'],
      [`${plans}/${number}/pause`, { from: '2026-12-18', until: '2026-12-14' }, 'until'],
      [`${plans}/${number}/end`, { lastDate: '2026-11-01' }, 'lastDate'],
      [`${plans}/${number}/add`, { slot: '2026-11-30T12:00' }, 'slot'],
    ];
    await assertUnchanged(portal.database, async () => {
      for (const [path, json, field] of wrong) {
        const answer = await call('POST', path, { json });
        assert.equal(answer.status, 422, `${path} ${JSON.stringify(answer.body)}`);
        assert.equal(answer.body.fields[0].field.split('.')[0], field);
      }
      assert.equal((await call('GET', `${plans}/${number}`, { token: other })).status, 404);
      const foreign = { token: other, json: { date: '2026-12-02' } };
      assert.equal((await call('POST', `${plans}/${number}/skip`, foreign)).status, 404);
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

const hostile = await setUp();

describe('hostile values', () => {
  for (const [path, good] of [
    ['/api/v1/drop-offs', dropOff],
    ['/api/v1/courier-rides', ride],
    ['/api/v1/courier-quotes', ride],
    [`/api/v1/courier-rides/${booked?.number}/change`, { ...ride, version: 9 }],
    [`/api/v1/courier-rides/${booked?.number}/change-quote`, ride],
    [plans, plan],
    [`${plans}/${hostile}/change`, { ...plan, from: '2026-12-21', revision: 999 }],
    [`${plans}/${hostile}/skip`, { date: '2026-12-03' }],
    [`${plans}/${hostile}/move`, { date: '2026-12-03', slot: '2026-12-03T15:00' }],
    [`${plans}/${hostile}/pause`, { from: '2026-11-01', until: '2026-11-02', reason: '' }],
    [`${plans}/${hostile}/resume`, { pause: 999_999 }],
    [`${plans}/${hostile}/end`, { lastDate: '2026-11-01' }],
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
