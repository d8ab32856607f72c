import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { idsOf, inOneZone, leavePlaces, pickupInput, placesTaken } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { Refused } from '../../domain/refusal.ts';
import { query } from '../../platform/db/database.ts';
import { cancelOrder, changeOrder } from '../orders/index.ts';
import { bookPickup } from './book-pickup.ts';
import { EXPRESS } from './kinds.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
await inOneZone(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const otherIds = await idsOf(database, 'D100003');
const otherInput = (slot: string) => pickupInput(ids, { slot, addressId: otherIds.address('Lager') });

const lockSlot = (slot: string) => ({
  sql: "select from slot where pool = 'pickup-WEST' and service_date + starts = $1::timestamp for update",
  values: [slot],
});
const ordersIn = (slot: string) =>
  owner.all(
    query
      .selectFrom('service_order')
      .select(['number', 'status'])
      .where('pool', '=', 'pickup-WEST')
      .where('starts_at', '=', berlin(slot)),
  );

describe('booking a pickup', () => {
  it('books one pickup at its price, at an address where the carrier picks up', async () => {
    const [order, ...more] = await bookPickup(admin, pickupInput(ids, { driverHint: 'Zwei Kisten' }));
    assert.equal(more.length, 0);
    const [row] = await owner.all(
      query
        .selectFrom('service_order as o')
        .innerJoin('order_line as l', 'l.order_id', 'o.id')
        .select(['o.service_code', 'o.pool', 'o.net_cents', 'o.gross_cents', 'l.product_code', 'l.quantity'])
        .where('o.number', '=', order?.number ?? ''),
    );
    assert.deepEqual(row, {
      service_code: 'PICKUP_EXTRA',
      pool: 'pickup-WEST',
      net_cents: 950,
      gross_cents: 1131,
      product_code: 'PICKUP_EXTRA',
      quantity: 1,
    });
  });

  it('is not possible at an address for deliveries only', async () => {
    const hospital = await ctxFor({ db, jobs, customer: 'D100002' });
    const { address } = await idsOf(database, 'D100002');
    await assertUnchanged(database, () =>
      assertRefused(bookPickup(hospital, pickupInput(ids, { addressId: address('Verwaltung') })), {
        code: 'invalid',
        fields: [{ field: 'addressId', problem: 'unknown' }],
      }),
    );
  });

  it('is for those who may order, and for addresses and cost centres of the own firm', async () => {
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    await assertUnchanged(database, async () => {
      await assertRefused(bookPickup(nobody, pickupInput(ids)), { code: 'forbidden', right: 'orders.place' });
      await assertRefused(bookPickup(admin, otherInput('2026-11-30T10:00')), {
        code: 'invalid',
        fields: [{ field: 'addressId', problem: 'unknown' }],
      });
      await assertRefused(
        bookPickup(admin, pickupInput(ids, { costCentreId: otherIds.costCentre('P-10') })),
        {
          code: 'invalid',
          fields: [{ field: 'costCentreId', problem: 'unknown' }],
        },
      );
    });
  });

  it('is not offered while the carrier has no such product', async (t) => {
    const closed = await testDatabase(t);
    await closed.owner.sql("update product set is_active = false where code = 'PICKUP_EXTRA'");
    const ctx = await ctxFor({ db: closed.app, jobs: await testJobs(closed) });
    await assertRefused(bookPickup(ctx, pickupInput(await idsOf(closed))), 'slot-not-offered');
  });
});

describe('the places of a window', () => {
  it('run out', async () => {
    const slot = '2026-12-01T10:00';
    await leavePlaces(database, 'pickup', slot, 1);
    await bookPickup(admin, pickupInput(ids, { slot }));
    await assertUnchanged(database, () =>
      assertRefused(bookPickup(admin, pickupInput(ids, { slot })), 'slot-full'),
    );
    // the other windows of the day are not touched
    await bookPickup(admin, pickupInput(ids, { slot: '2026-12-01T12:00' }));
  });

  it('go to one when two book the last one at once, and the other leaves no trace', async () => {
    const slot = '2026-12-01T14:00';
    await leavePlaces(database, 'pickup', slot, 1);
    const before = (await waitingJobs(database)).length;
    const both = await allAtOnce(database, lockSlot(slot), [
      () => bookPickup(admin, pickupInput(ids, { slot })),
      () => bookPickup(other, otherInput(slot)),
    ]);
    const { done, failed } = outcomes(both);
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((reason) => (reason instanceof Refused ? reason.refusal : reason)),
      [{ code: 'slot-full' }],
    );
    const orders = await ordersIn(slot);
    assert.deepEqual(
      orders.map(({ number }) => number),
      [done[0]?.[0]?.number],
    );
    assert.equal(await placesTaken(database, 'pickup', slot), 12);
    // the loser had written its order and its job before it learnt that the window was full
    assert.equal((await waitingJobs(database)).length, before + 1);
    const submissions = await owner.all(query.selectFrom('submission').select('key'));
    const ordered = await owner.all(
      query.selectFrom('service_order').select(['customer_id', 'submission_key']).distinct(),
    );
    assert.equal(submissions.length, ordered.length);
  });

  it('are counted exactly when many book a fresh window at once', async () => {
    const slot = '2026-12-02T10:00';
    const all = await Promise.allSettled(
      Array.from({ length: 16 }, (_, index) =>
        index % 2 ? bookPickup(admin, pickupInput(ids, { slot })) : bookPickup(other, otherInput(slot)),
      ),
    );
    const { done, failed } = outcomes(all);
    assert.equal(done.length, 12);
    for (const reason of failed)
      assert.ok(reason instanceof Refused && reason.refusal.code === 'slot-full', `${reason}`);
    assert.equal((await ordersIn(slot)).length, 12);
    assert.equal(await placesTaken(database, 'pickup', slot), 12);
  });

  it('come back with a cancellation and can be booked again', async () => {
    const slot = '2026-12-02T12:00';
    await leavePlaces(database, 'pickup', slot, 1);
    const [first] = await bookPickup(admin, pickupInput(ids, { slot }));
    await assertRefused(bookPickup(other, otherInput(slot)), 'slot-full');
    await cancelOrder(admin, { number: first?.number });
    assert.equal(await placesTaken(database, 'pickup', slot), 11);
    await bookPickup(other, otherInput(slot));
    assert.equal(await placesTaken(database, 'pickup', slot), 12);
    await assertRefused(bookPickup(admin, pickupInput(ids, { slot })), 'slot-full');
  });
});

describe('the same form sent twice', () => {
  it('gives the same pickup, and writes nothing', async () => {
    const input = pickupInput(ids, { slot: '2026-12-03T10:00' });
    const placed = await bookPickup(admin, input);
    await assertUnchanged(database, async () => {
      assert.deepEqual(await bookPickup(admin, input), placed);
      // hours later, after the deadline even
      assert.deepEqual(await bookPickup({ ...admin, now: berlin('2026-12-03T09:00') }, input), placed);
    });
  });

  it('gives the same pickup when both arrive at once', async () => {
    const slot = '2026-12-03T12:00';
    const input = pickupInput(ids, { slot });
    await leavePlaces(database, 'pickup', slot, 5);
    // The first waits for the window, the others for the first one's key.
    const all = await allAtOnce(database, lockSlot(slot), [
      () => bookPickup(admin, input),
      () => bookPickup(admin, input),
      () => bookPickup(admin, input),
    ]);
    const { done, failed } = outcomes(all);
    assert.deepEqual(failed, []);
    assert.equal(new Set(done.map((orders) => JSON.stringify(orders))).size, 1);
    assert.equal((await ordersIn(slot)).length, 1);
    assert.equal(await placesTaken(database, 'pickup', slot), 8);
  });

  it('is refused with another body under the same key', async () => {
    const input = pickupInput(ids, { slot: '2026-12-03T14:00' });
    await bookPickup(admin, input);
    await assertUnchanged(database, async () => {
      for (const changes of [
        { reference: 'x' },
        { slot: '2026-12-03T16:00' },
        { addressId: ids.address('Notariat') },
      ]) {
        await assertRefused(bookPickup(admin, { ...input, ...changes }), 'key-reused');
      }
    });
  });

  it('is another order in another firm, whose keys nobody can probe', async () => {
    const slot = '2026-12-03T16:00';
    const input = pickupInput(ids, { slot });
    const [mine] = await bookPickup(admin, input);
    const [theirs] = await bookPickup(other, { ...input, addressId: otherIds.address('Lager') });
    assert.notEqual(mine?.number, theirs?.number);
    assert.equal(await placesTaken(database, 'pickup', slot), 2);
  });

  it('may be tried again after a refusal, also with other answers', async () => {
    const slot = '2026-12-04T10:00';
    await leavePlaces(database, 'pickup', slot, 0);
    const input = pickupInput(ids, { slot });
    await assertRefused(bookPickup(admin, input), 'slot-full');
    const [order] = await bookPickup(admin, { ...input, slot: '2026-12-04T12:00' });
    assert.ok(order);
  });

  it('does what the first one did not, when that one fails while the second waits', async () => {
    const slot = '2026-12-04T14:00';
    await leavePlaces(database, 'pickup', slot, 1);
    const input = pickupInput(ids, { slot });
    const [rival, first, second] = await allAtOnce(database, lockSlot(slot), [
      () => bookPickup(other, otherInput(slot)),
      () => bookPickup(admin, input),
      () => bookPickup(admin, input),
    ]);
    // whoever comes first gets the place; whoever shares its key shares its answer
    const isWon = rival?.status === 'fulfilled';
    for (const one of [first, second]) assert.equal(one?.status, isWon ? 'rejected' : 'fulfilled');
    assert.equal((await ordersIn(slot)).length, 1);
    assert.equal(await placesTaken(database, 'pickup', slot), 12);
  });
});

describe('the windows that can be booked', () => {
  const refusedSlots = {
    'a Saturday': '2026-11-28T10:00',
    'a Sunday': '2026-11-29T10:00',
    'a public holiday': '2026-12-25T10:00',
    'a day on which the carrier is closed': '2026-12-24T10:00',
    'the day itself': '2026-11-23T16:00',
    'the past': '2026-11-20T10:00',
    'a window that there is not': '2026-11-30T09:00',
    'the middle of a window': '2026-11-30T11:00',
    'the end of a window': '2026-11-30T18:00',
    'a day beyond the horizon': '2027-01-25T10:00',
    'a day in another century': '2999-11-29T10:00',
    'the year zero': '0000-11-30T10:00',
  };
  for (const [name, slot] of Object.entries(refusedSlots)) {
    it(`are not on ${name}`, async () => {
      await assertUnchanged(database, () =>
        assertRefused(bookPickup(admin, pickupInput(ids, { slot })), 'slot-not-offered'),
      );
    });
  }

  it('change with the calendar of the carrier at once', async (t) => {
    const own = await testDatabase(t);
    const ctx = await ctxFor({ db: own.app, jobs: await testJobs(own) });
    const input = pickupInput(await idsOf(own));
    await own.owner.sql(
      `insert into calendar_exception values ('2026-11-30', 'closed', '{"de":"Betriebsausflug","en":"Outing"}')`,
    );
    await assertRefused(bookPickup(ctx, input), 'slot-not-offered');
    await own.owner.sql("delete from calendar_exception where date = '2026-11-30'");
    assert.equal((await bookPickup(ctx, input)).length, 1);
  });
});

describe('an express pickup', () => {
  const express = (wall: string, changes: Record<string, unknown> = {}) =>
    bookPickup({ ...admin, now: berlin(wall) }, pickupInput(ids, changes), EXPRESS);

  it('is for today until 14:00 sharp, in a window that has not begun', async () => {
    for (const [wall, slot] of [
      ['2026-11-24T07:00', '2026-11-24T08:00'],
      ['2026-11-24T13:59:59', '2026-11-24T14:00'],
      ['2026-11-24T14:00', '2026-11-24T16:00'],
    ] as const) {
      assert.equal((await express(wall, { slot })).length, 1, wall);
    }
    for (const [wall, slot] of [
      ['2026-11-24T14:00:01', '2026-11-24T16:00'],
      ['2026-11-24T10:00', '2026-11-24T10:00'],
      ['2026-11-24T10:00', '2026-11-25T10:00'],
      ['2026-11-24T10:00', '2026-11-24T17:00'],
      // a Sunday, and Christmas
      ['2026-11-29T10:00', '2026-11-29T12:00'],
      ['2026-12-25T10:00', '2026-12-25T12:00'],
    ] as const) {
      await assertUnchanged(database, () => assertRefused(express(wall, { slot }), 'slot-not-offered'));
    }
  });

  it('costs what the catalogue says and is final when placed', async () => {
    const [order] = await express('2026-11-26T10:00', { slot: '2026-11-26T11:00' });
    const number = order?.number ?? '';
    const [row] = await owner.all(
      query
        .selectFrom('service_order')
        .select(['net_cents', 'change_until', 'cancel_until'])
        .where('number', '=', number),
    );
    assert.deepEqual(row, { net_cents: 1950, change_until: null, cancel_until: null });
    const now = berlin('2026-11-26T10:00:01');
    const ctx = { ...admin, now };
    await assertRefused(cancelOrder(ctx, { number }), 'final-when-placed');
    await assertRefused(
      changeOrder(ctx, { number, version: 1, key: 'change-express', reference: 'x' }),
      'final-when-placed',
    );
  });

  it('stays one when the form is sent again, and is another thing than a one-off pickup of the same key', async () => {
    const input = pickupInput(ids, { slot: '2026-11-27T11:00' });
    const ctx = { ...admin, now: berlin('2026-11-27T10:00') };
    const [first] = await bookPickup(ctx, input, EXPRESS);
    assert.deepEqual((await bookPickup(ctx, input, EXPRESS))[0], first);
    await assertRefused(bookPickup(ctx, input), 'key-reused');
  });
});

describe('the capacity of a window', () => {
  const raise = (capacity: number) =>
    owner.sql(
      "update time_window set capacity = $1 where pool = 'pickup-WEST' and weekday = 3 and starts = '16:00'",
      [capacity],
    );
  const slot = '2026-12-16T16:00';
  const book = () => bookPickup(admin, pickupInput(ids, { slot }));
  const booked = () => placesTaken(database, 'pickup', slot);

  it('that is raised or lowered reaches days that have bookings already', async (t) => {
    t.after(() => raise(12));
    await raise(1);
    const [first] = await book();
    await assertRefused(book(), 'slot-full');
    await raise(2);
    await book();
    await assertRefused(book(), 'slot-full');
    // below what is booked: nobody loses a place, and a place that is given back is not given away again
    await raise(1);
    await cancelOrder(admin, { number: first?.number ?? '' });
    assert.equal(await booked(), 1);
    await assertRefused(book(), 'slot-full');
    await raise(12);
    await book();
    assert.equal(await booked(), 2);
  });

  it('that is lowered while somebody takes the first place of a day holds at once', async (t) => {
    t.after(() => raise(12));
    const day = '2027-01-13T16:00';
    const first = { sql: "select from time_window where pool = 'pickup-WEST' and weekday = 3 for update" };
    const january = { ...admin, now: berlin('2027-01-04T10:00') };
    const settled = await allAtOnce(
      database,
      first,
      [1, 2, 3].map(() => () => bookPickup(january, pickupInput(ids, { slot: day }))),
    );
    assert.equal(outcomes(settled).done.length, 3);
    await raise(3);
    await assertRefused(bookPickup(january, pickupInput(ids, { slot: day })), 'slot-full');
  });
});
