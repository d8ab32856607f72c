import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { goodsInput, idsOf, pickupInput } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { counting } from '../../../test/support/statements.ts';
import { Refused } from '../../domain/refusal.ts';
import { catalogueAt, offeredDays, readCatalogue } from '../catalogue/index.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { setUpPlan } from '../standing-pickups/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { changeOrder } from './change/change-order.ts';

const SLOT = '2026-11-30T10:00';

async function arrange(t: TestContext) {
  const database = await testDatabase(t);
  const { app: db, owner } = database;
  const jobs = await testJobs(database);
  // its addresses are in the west; the other firm has one in the city and one in the south-east
  const west = { ctx: await ctxFor({ db, jobs }), ids: await idsOf(database) };
  const two = {
    ctx: await ctxFor({ db, jobs, customer: 'D100003' }),
    ids: await idsOf(database, 'D100003'),
  };
  const taken = async (pool: string, slot = SLOT) =>
    (
      await owner.sql<{ booked: number }>(
        'select booked from slot where pool = $1 and service_date + starts = $2::timestamp',
        [pool, slot],
      )
    )[0]?.booked ?? 0;
  const leave = (pool: string, places: number, slot = SLOT) =>
    owner.sql(
      `insert into slot select pool, $2::timestamp::date, starts, ends, capacity, capacity - $3::int from time_window
       where pool = $1 and starts = $2::timestamp::time and weekday = extract(isodow from $2::timestamp)
       on conflict (pool, service_date, starts) do update set booked = excluded.booked`,
      [pool, slot, places],
    );
  const bookTwo = (address: string, slot = SLOT) =>
    bookPickup(two.ctx, {
      ...pickupInput(west.ids),
      key: randomUUID(),
      slot,
      addressId: two.ids.address(address),
    });
  const poolOf = async (number: string | undefined) =>
    (await owner.sql<{ pool: string }>('select pool from service_order where number = $1', [number]))[0]
      ?.pool;
  /** The firm's address is outside of everything. */
  const moveAway = (label: string) =>
    owner.sql("update address set postcode = '80331', city = 'München' where label = $1", [label]);
  return { database, db, owner, west, two, taken, leave, bookTwo, poolOf, moveAway };
}

const free = async (
  { db, west }: Pick<Awaited<ReturnType<typeof arrange>>, 'db' | 'west'>,
  postcode: string,
  service = 'PICKUP_EXTRA',
) =>
  offeredDays(
    catalogueAt(await readCatalogue(db, { ...west.ctx, serviceCodes: [service] }), postcode),
    [service],
    west.ctx.now,
  )
    .find(({ date }) => `${date}` === '2026-11-30')
    ?.windows.map(({ key, free: places }) => [key.slice(11), places]);

describe('windows and places', () => {
  it('are those of the zone of the postcode, in one statement', async (t) => {
    const given = await arrange(t);
    const db = counting(given.db);
    const everywhere = await readCatalogue(db, { ...given.west.ctx, serviceCodes: ['PICKUP_EXTRA'] });
    assert.equal(db.taken(), 1);
    assert.deepEqual(offeredDays(everywhere, ['PICKUP_EXTRA'], given.west.ctx.now), []);
    assert.deepEqual(await free(given, '10719'), [
      ['10:00', 12],
      ['12:00', 12],
      ['14:00', 12],
      ['16:00', 12],
    ]);
    assert.deepEqual(await free(given, 'D-12435'), [
      ['10:00', 6],
      ['12:00', 6],
      ['14:00', 6],
    ]);
    // the longest beginning counts: 12 is the south-east, 122 the west
    assert.deepEqual((await free(given, '12203'))?.length, 4);
    assert.equal(await free(given, '80331'), undefined);
    assert.equal(await free(given, ''), undefined);
    // 30 November is a Monday; on Fridays there are more places in the city
    assert.deepEqual((await free(given, '10405'))?.at(-1), ['16:00', 12]);
  });

  it('of services that do not go by zones are the same everywhere', async (t) => {
    const given = await arrange(t);
    assert.deepEqual(await free(given, '80331', 'COURIER'), await free(given, '10719', 'COURIER'));
    assert.ok((await free(given, '80331', 'COURIER'))?.length);
  });

  it('are the same for every address while the carrier has no zones', async (t) => {
    const given = await arrange(t);
    const { owner, west, poolOf, moveAway } = given;
    await owner.sql('delete from tour_zone_postcode');
    assert.deepEqual(await free(given, '80331'), await free(given, '10719'));
    await moveAway('Kanzlei');
    const [order] = await bookPickup(west.ctx, pickupInput(west.ids));
    assert.equal(await poolOf(order?.number), 'pickup');
  });

  it('are read for the zones in question when an order is placed', async (t) => {
    const { database, west } = await arrange(t);
    const catalogue = await database.app.transaction(west.ctx.customer.id, (tx) =>
      readCatalogue(tx, { ...west.ctx, addressId: west.ids.address('Kanzlei') }),
    );
    assert.deepEqual(catalogue.prefixes, [{ prefix: '107', zone: 'WEST' }]);
    assert.deepEqual(
      [...(catalogue.services.get('PICKUP_EXTRA')?.inZones ?? [])].map(([zone]) => zone),
      ['WEST'],
    );
    // another firm's address is nowhere
    const foreign = await database.app.transaction(west.ctx.customer.id, async (tx) =>
      readCatalogue(tx, { ...west.ctx, addressId: (await idsOf(database, 'D100003')).address('Lager') }),
    );
    assert.deepEqual(foreign.prefixes, []);
  });
});

describe('a booking', () => {
  it('takes its place in the zone of its address', async (t) => {
    const { west, two, taken, bookTwo, poolOf } = await arrange(t);
    const [a] = await bookTwo('Verlag');
    const [b] = await bookTwo('Lager');
    const [c] = await placeGoodsOrder(west.ctx, goodsInput(west.ids));
    assert.deepEqual(
      [await poolOf(a?.number), await poolOf(b?.number), await poolOf(c?.number)],
      ['pickup-CITY', 'pickup-SOUTH_EAST', 'delivery-WEST'],
    );
    assert.deepEqual(
      [
        await taken('pickup-CITY'),
        await taken('pickup-SOUTH_EAST'),
        await taken('pickup'),
        await taken('delivery'),
      ],
      [1, 1, 0, 0],
    );
    await cancelOrder(two.ctx, { number: a?.number });
    assert.equal(await taken('pickup-CITY'), 0);
  });

  it('of two firms for the last place of a zone is one, while another zone still has places', async (t) => {
    const { database, west, two, leave, taken, bookTwo, owner } = await arrange(t);
    // the warehouse of the other firm moves to the west
    await owner.sql("update address set postcode = '10585' where label = 'Lager'");
    await leave('pickup-WEST', 1);
    const lock = { sql: "select from slot where pool = 'pickup-WEST' for update" };
    const both = await allAtOnce(database, lock, [
      () => bookPickup(west.ctx, pickupInput(west.ids)),
      () => bookTwo('Lager'),
    ]);
    const { done, failed } = outcomes(both);
    assert.equal(done.length, 1);
    assert.ok(failed[0] instanceof Refused && failed[0].refusal.code === 'slot-full');
    assert.equal(await taken('pickup-WEST'), 12);
    await bookTwo('Verlag');
    assert.equal(await taken('pickup-CITY'), 1);
    await assertRefused(
      bookPickup(two.ctx, { ...pickupInput(west.ids), addressId: two.ids.address('Lager') }),
      'slot-full',
    );
  });

  it('in a window that only another zone has is refused', async (t) => {
    const { bookTwo } = await arrange(t);
    await bookTwo('Verlag', '2026-11-30T16:00');
    await assertRefused(bookTwo('Lager', '2026-11-30T16:00'), 'slot-not-offered');
  });

  it('for an address in no zone is refused, whatever it is for, and changes nothing', async (t) => {
    const { database, west, moveAway } = await arrange(t);
    await moveAway('Kanzlei');
    const notServed = { code: 'invalid', fields: [{ field: 'addressId', problem: 'not-served' }] } as const;
    const plan = {
      key: randomUUID(),
      weekdays: [1],
      window: '14:00',
      addressId: west.ids.address('Kanzlei'),
      onHoliday: 'skip',
      validFrom: '2026-12-07',
    };
    await assertUnchanged(database, async () => {
      await assertRefused(bookPickup(west.ctx, pickupInput(west.ids)), notServed);
      await assertRefused(placeGoodsOrder(west.ctx, goodsInput(west.ids)), notServed);
      await assertRefused(setUpPlan(west.ctx, plan), notServed);
    });
    // the other address of the firm is where it was
    await bookPickup(west.ctx, pickupInput(west.ids, { addressId: west.ids.address('Notariat') }));
  });
});

describe('a change to an address', () => {
  const change = (
    two: Awaited<ReturnType<typeof arrange>>['two'],
    number: string,
    answers: object,
    version = 1,
  ) => changeOrder(two.ctx, { number, version, key: randomUUID(), ...answers });

  it('of another zone moves the place there, and back', async (t) => {
    const { two, taken, bookTwo, poolOf } = await arrange(t);
    const [order] = await bookTwo('Verlag');
    const number = order?.number ?? '';
    await change(two, number, { addressId: two.ids.address('Lager') });
    assert.deepEqual(
      [await poolOf(number), await taken('pickup-CITY'), await taken('pickup-SOUTH_EAST')],
      ['pickup-SOUTH_EAST', 0, 1],
    );
    await change(two, number, { addressId: two.ids.address('Verlag'), slot: '2026-11-30T16:00' }, 2);
    assert.deepEqual(
      [
        await taken('pickup-CITY', '2026-11-30T16:00'),
        await taken('pickup-SOUTH_EAST'),
        await taken('pickup-CITY'),
      ],
      [1, 0, 0],
    );
  });

  it('is refused when its window is full there, or not kept, and the place stays where it was', async (t) => {
    const { database, two, taken, leave, bookTwo, moveAway } = await arrange(t);
    const [order] = await bookTwo('Verlag');
    const [late] = await bookTwo('Verlag', '2026-11-30T16:00');
    await leave('pickup-SOUTH_EAST', 0);
    const lager = { addressId: two.ids.address('Lager') };
    await assertUnchanged(database, async () => {
      await assertRefused(change(two, order?.number ?? '', lager), 'slot-full');
      await assertRefused(change(two, late?.number ?? '', lager), 'slot-not-offered');
    });
    assert.equal(await taken('pickup-CITY'), 1);
    await moveAway('Lager');
    await assertRefused(change(two, order?.number ?? '', lager), 'invalid');
  });

  it('leaves an order that only gets another reference where it is, also when its zone is gone', async (t) => {
    const { two, taken, bookTwo, poolOf, owner } = await arrange(t);
    const [order] = await bookTwo('Verlag');
    const number = order?.number ?? '';
    await owner.sql("delete from tour_zone_postcode where zone_code = 'CITY'");
    await change(two, number, { reference: 'bleibt' });
    assert.deepEqual([await poolOf(number), await taken('pickup-CITY')], ['pickup-CITY', 1]);
    await assertRefused(change(two, number, { slot: '2026-11-30T12:00' }, 2), 'slot-not-offered');
  });

  it('keeps an order from before there were zones in its place until it is moved', async (t) => {
    const { two, taken, bookTwo, poolOf, owner } = await arrange(t);
    await owner.sql('create table kept as select * from tour_zone_postcode');
    await owner.sql('delete from tour_zone_postcode');
    const [order] = await bookTwo('Verlag');
    const number = order?.number ?? '';
    await owner.sql('insert into tour_zone_postcode select * from kept');
    await change(two, number, { reference: 'neu' });
    assert.deepEqual([await poolOf(number), await taken('pickup')], ['pickup', 1]);
    await change(two, number, { slot: '2026-11-30T12:00' }, 2);
    assert.deepEqual(
      [await poolOf(number), await taken('pickup'), await taken('pickup-CITY', '2026-11-30T12:00')],
      ['pickup-CITY', 0, 1],
    );
  });
});

describe('a standing pickup', () => {
  it('comes in the windows of the zone of its address, and its orders take their places there', async (t) => {
    const { two, poolOf, owner } = await arrange(t);
    const plan = (address: string, window: string) =>
      setUpPlan(two.ctx, {
        key: randomUUID(),
        weekdays: [1, 3],
        window,
        addressId: two.ids.address(address),
        onHoliday: 'skip',
        validFrom: '2026-12-07',
      });
    await plan('Verlag', '17:00');
    // the south-east has none so late
    await assertRefused(plan('Lager', '17:00'), {
      code: 'invalid',
      fields: [{ field: 'window', problem: 'not-offered' }],
    });
    const { kept } = await plan('Lager', '15:00');
    assert.ok(kept && kept.placed.length > 0 && kept.blocked.length === 0);
    const orders = await owner.sql<{ number: string; starts: string }>(
      'select number, window_starts::text as starts from service_order',
    );
    for (const { number, starts } of orders)
      assert.equal(
        await poolOf(number),
        starts === '17:00:00' ? 'pickup-standing-CITY' : 'pickup-standing-SOUTH_EAST',
      );
  });
});
