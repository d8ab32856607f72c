import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { berlin, MONDAY, TIME_ZONE } from '../../../test/support/clock.ts';
import { emptied, testDatabase } from '../../../test/support/database.ts';
import { leavePlaces } from '../../../test/support/orders.ts';
import { assertRefused } from '../../../test/support/refused.ts';
import { catalogueAt, chosenOffer, offeredDays, readCatalogue } from './index.ts';

const database = await testDatabase();
const readAll = (now = MONDAY, serviceCodes?: readonly string[], { app } = database) =>
  readCatalogue(app, { now, timeZone: TIME_ZONE, ...(serviceCodes ? { serviceCodes } : {}) });
/** As it is in one of the zones. */
const read = async (...input: Parameters<typeof readAll>) => catalogueAt(await readAll(...input), '10719');
const daysOf = (days: ReturnType<typeof offeredDays>) => days.map(({ date }) => `${date}`);

describe('the catalogue', () => {
  it('is everything, in the order of the carrier', async () => {
    const { services, products } = await read();
    assert.deepEqual(
      [...services.keys()],
      [
        'GOODS_FINAL',
        'GOODS_BOXES',
        'PICKUP_EXTRA',
        'PICKUP_EXPRESS',
        'PICKUP_STANDING',
        'DROPOFF',
        'DROPOFF_AD',
        'COURIER',
      ],
    );
    assert.equal(products.size, (await database.app.sql('select from product')).length);
    assert.equal([...products.keys()][0], 'STAMP_STD_20');
    assert.deepEqual(products.get('PICKUP_EXTRA'), {
      code: 'PICKUP_EXTRA',
      serviceCode: 'PICKUP_EXTRA',
      name: { de: 'Sonderabholung', en: 'One-off pickup' },
      unit: { de: 'Abholung', en: 'pickup' },
      hint: products.get('PICKUP_EXTRA')?.hint,
      isReturnable: false,
      picture: undefined,
      vatRate: 1900,
      maxPerOrder: 1,
      unitPrice: 95_000,
    });
    assert.equal(services.get('PICKUP_EXTRA')?.windows.length, 20);
    assert.deepEqual(services.get('GOODS_FINAL')?.cancelRule, { kind: 'final' });
  });

  it('is only what was asked for, with what it needs', async () => {
    const { services, products } = await read(MONDAY, ['PICKUP_EXTRA']);
    assert.deepEqual([...services.keys()], ['PICKUP_EXTRA']);
    assert.deepEqual([...products.keys()], ['PICKUP_EXTRA']);
    const nothing = await read(MONDAY, ["';--", 'UNKNOWN']);
    assert.deepEqual([nothing.services.size, nothing.products.size], [0, 0]);
  });

  it('has the price of the day, by the calendar of the carrier', async (t) => {
    const own = await testDatabase(t);
    await own.owner.sql("insert into product_price values ('STAMP_MAXI_10', '2027-01-01', 240000)");
    const price = async (at: string) =>
      (await read(berlin(at), undefined, own)).products.get('STAMP_MAXI_10')?.unitPrice;
    assert.equal(await price('2026-12-31T23:59:59'), 225_000);
    assert.equal(await price('2027-01-01T00:00'), 240_000);
  });

  it('lacks what has no price yet, and what is no longer sold', async (t) => {
    const own = await testDatabase(t);
    await own.owner.sql("update product set is_active = false where code = 'BOX_LID'");
    await own.owner.sql(
      `insert into product select 'STAMP_NEW', service_code, name, unit, hint, max_per_order, 99, true
       from product where code = 'STAMP_STD_20'`,
    );
    await own.owner.sql("insert into product_price values ('STAMP_NEW', '2026-12-01', 100)");
    await own.owner.sql("insert into product_vat values ('STAMP_NEW', '2026-01-01', 'S', 1900)");
    const { products } = await read(MONDAY, undefined, own);
    assert.deepEqual([products.has('BOX_LID'), products.has('STAMP_NEW')], [false, false]);
    assert.equal((await read(berlin('2026-12-01T00:00'), undefined, own)).products.has('STAMP_NEW'), true);
  });

  it('knows the holidays by their rules and the days that depart from them', async () => {
    const { calendar } = await read();
    const day = (text: string) => calendar.holidayOn(Temporal.PlainDate.from(text))?.de;
    assert.equal(day('2026-12-25'), '1. Weihnachtstag');
    assert.equal(day('2026-12-24'), 'Heiligabend');
    assert.equal(day('2027-03-26'), 'Karfreitag');
    assert.equal(day('2026-11-30'), undefined);
  });

  it('can be read while there is none', async (t) => {
    const empty = await testDatabase(t);
    await emptied(empty);
    const catalogue = await readCatalogue(empty.app, { now: MONDAY, timeZone: TIME_ZONE });
    assert.deepEqual([catalogue.services.size, catalogue.products.size, catalogue.taken.size], [0, 0, 0]);
    assert.deepEqual(offeredDays(catalogue, ['PICKUP_EXTRA'], MONDAY), []);
  });
});

describe('the offered days', () => {
  it('of one service keep its lead time and its horizon', async () => {
    const catalogue = await read();
    const pickups = daysOf(offeredDays(catalogue, ['PICKUP_EXTRA'], MONDAY));
    assert.deepEqual([pickups[0], pickups.at(-1)], ['2026-11-24', '2027-01-22']);
    for (const closed of [
      '2026-11-28',
      '2026-11-29',
      '2026-12-24',
      '2026-12-25',
      '2026-12-31',
      '2027-01-01',
    ]) {
      assert.equal(pickups.includes(closed), false, closed);
    }
    assert.equal(daysOf(offeredDays(catalogue, ['GOODS_FINAL'], MONDAY))[0], '2026-11-25');
  });

  it('of a mixed basket are those of both', async () => {
    const catalogue = await read();
    assert.deepEqual(
      daysOf(offeredDays(catalogue, ['GOODS_BOXES', 'GOODS_FINAL'], MONDAY)),
      daysOf(offeredDays(catalogue, ['GOODS_FINAL'], MONDAY)),
    );
  });

  it('count the places that are taken, in their own pool', async () => {
    await leavePlaces(database, 'pickup', '2026-11-30T10:00', 0);
    await leavePlaces(database, 'pickup', '2026-11-30T12:00', 5);
    const catalogue = await read();
    const free = (code: string) =>
      offeredDays(catalogue, [code], MONDAY)
        .find(({ date }) => `${date}` === '2026-11-30')
        ?.windows.map((window) => [window.key, window.free]);
    assert.deepEqual(free('PICKUP_EXTRA'), [
      ['2026-11-30T10:00', 0],
      ['2026-11-30T12:00', 5],
      ['2026-11-30T14:00', 12],
      ['2026-11-30T16:00', 12],
    ]);
    assert.deepEqual(
      free('GOODS_BOXES')?.map(([, places]) => places),
      [60, 60, 60, 60],
    );
  });

  it('of nothing, and of what there is not, are none', async () => {
    const catalogue = await read();
    assert.deepEqual(offeredDays(catalogue, [], MONDAY), []);
    assert.deepEqual(offeredDays(catalogue, ['UNKNOWN'], MONDAY), []);
    assert.deepEqual(offeredDays(catalogue, ['PICKUP_EXTRA', 'UNKNOWN'], MONDAY), []);
  });
});

describe('the chosen window', () => {
  it('is that of the offered days, for one service and for a mixed basket', async () => {
    const catalogue = await read();
    for (const codes of [['PICKUP_EXTRA'], ['GOODS_BOXES', 'GOODS_FINAL']]) {
      const day = offeredDays(catalogue, codes, MONDAY)[3];
      const window = day?.windows[1];
      const { day: chosen, window: chosenWindow } = chosenOffer(catalogue, codes, window?.key ?? '', MONDAY);
      assert.deepEqual([chosen, chosenWindow], [day, window]);
    }
  });

  it('is refused when it is full, closed, too late, or none at all', async () => {
    await leavePlaces(database, 'pickup', '2026-12-01T10:00', 0);
    const catalogue = await read();
    const choose = async (slot: string, codes = ['PICKUP_EXTRA']) =>
      chosenOffer(catalogue, codes, slot, MONDAY);
    await assertRefused(choose('2026-12-01T10:00'), 'slot-full');
    for (const slot of [
      '2026-12-25T10:00',
      '2026-11-23T10:00',
      '2026-12-01T11:00',
      '2027-09-01T10:00',
      '',
      'x',
    ])
      await assertRefused(choose(slot), 'slot-not-offered');
    await assertRefused(choose('2026-12-01T12:00', []), 'slot-not-offered');
  });
});
