import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { berlin, MONDAY } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf, pickupInput } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import type { StaffRole } from '../../domain/staff-roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { catalogueAt, mailPriceOn, readCatalogue, readMailProducts } from '../catalogue/index.ts';
import { takeStep } from '../desk-today/index.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { applyDueChanges } from './changes/apply-due-changes.ts';
import { changeCatalogue } from './changes/change-catalogue.ts';
import { previewChange } from './changes/preview-change.ts';
import { withdrawChange } from './changes/withdraw-change.ts';

async function arrange(t: TestContext) {
  const portal = await testApp({}, t);
  const { database, services } = portal;
  const { app: db } = database;
  const staff = (roles: readonly StaffRole[], now = MONDAY): Ctx => {
    const ctx = carrierCtx({ db, now, jobs: services.jobs });
    return { ...ctx, actor: { kind: 'carrier', name: 'Karla Katalog', roles } };
  };
  const clerk = staff(['catalogue']);
  const firm = await ctxFor({ db, jobs: services.jobs });
  const ids = await idsOf(database);
  const at = (now: Temporal.Instant) => ({ ...clerk, now });
  const changeId = async () =>
    (await database.owner.sql<{ id: number }>('select max(id) as id from catalogue_change'))[0]?.id ?? 0;
  const audits = () =>
    database.owner.sql<{
      action: string;
      object: string;
      before: unknown;
      after: unknown;
      actor_name: string;
    }>(
      "select action, object, before, after, actor_name from audit_entry where action like 'catalogue.%' order by id",
    );
  const goodsAt = async (now: Temporal.Instant) =>
    (await readCatalogue(db, { now, timeZone: clerk.timeZone })).products;
  return { portal, database, db, staff, clerk, firm, ids, at, changeId, audits, goodsAt };
}

const PRICE = { subject: 'preise', code: 'BOX_SMALL', from: '2026-12-01', unitPrice: '1,2345' };

describe('the promises of the customer service', () => {
  it('hold from their day on, within what can be promised', async (t) => {
    const { database, clerk, at } = await arrange(t);
    const input = {
      subject: 'zusagen',
      code: 'telefon',
      from: '2026-12-07',
      replyHours: '16',
      visitorInquiryMonths: '3',
    };
    const stands = () =>
      database.owner.sql('select reply_hours as hours, visitor_inquiry_months as months from carrier');
    const before = await stands();
    await changeCatalogue(clerk, input);
    assert.deepEqual(await stands(), before);
    await applyDueChanges(at(berlin('2026-12-07T00:10')));
    assert.deepEqual(await stands(), [{ hours: 16, months: 3 }]);
    await assertUnchanged(database, async () => {
      for (const wrong of [
        { replyHours: '0' },
        { replyHours: '401' },
        { visitorInquiryMonths: '0' },
        { visitorInquiryMonths: '1e3' },
        { visitorInquiryMonths: "'" },
      ])
        await assertRefused(changeCatalogue(clerk, { ...input, from: '2026-12-14', ...wrong }), 'invalid');
      await assertRefused(changeCatalogue(clerk, { ...input, code: 'fax' }), 'not-found');
    });
  });
});

describe('a new price', () => {
  it('holds from its day on, is audited, and leaves booked orders as they are', async (t) => {
    const { clerk, firm, ids, audits, goodsAt } = await arrange(t);
    const [order] = await placeGoodsOrder(
      firm,
      goodsInput(ids, { BOX_SMALL: 2 }, { slot: '2026-12-02T10:00' }),
    );
    const { affected, values } = await previewChange(clerk, PRICE);
    assert.deepEqual([affected, values], [1, { unitPrice: 12_345 }]);
    await changeCatalogue(clerk, PRICE);
    const price = async (day: string) => (await goodsAt(berlin(day))).get('BOX_SMALL')?.unitPrice;
    assert.equal(await price('2026-11-30T23:59:59'), 0);
    assert.equal(await price('2026-12-01T00:00'), 12_345);
    assert.ok(order);
    assert.deepEqual(await audits(), [
      {
        action: 'catalogue.change',
        object: 'preise BOX_SMALL',
        before: { unitPrice: 0 },
        after: { unitPrice: 12_345, from: '2026-12-01' },
        actor_name: 'Karla Katalog',
      },
    ]);
  });

  it('can be taken back until its day comes, also when it had replaced another of that day', async (t) => {
    const { clerk, database, at, changeId, goodsAt } = await arrange(t);
    await database.owner.sql("insert into product_price values ('BOX_SMALL', '2026-12-01', 500)");
    await changeCatalogue(clerk, PRICE);
    const id = await changeId();
    await assertRefused(withdrawChange(at(berlin('2026-12-01T00:00')), { id }), 'stale');
    await withdrawChange(at(berlin('2026-11-30T23:59:59')), { id });
    assert.equal((await goodsAt(berlin('2026-12-01T08:00'))).get('BOX_SMALL')?.unitPrice, 500);
    await assertRefused(withdrawChange(clerk, { id }), 'stale');
    await assertRefused(withdrawChange(clerk, { id: 999_999 }), 'not-found');
    // the day is free again
    await changeCatalogue(clerk, PRICE);
  });

  it('is planned once for a day', async (t) => {
    const { clerk } = await arrange(t);
    await changeCatalogue(clerk, PRICE);
    await assertRefused(changeCatalogue(clerk, { ...PRICE, unitPrice: '2' }), {
      code: 'invalid',
      fields: [{ field: 'from', problem: 'taken' }],
    });
    await changeCatalogue(clerk, { ...PRICE, from: '2026-12-02', unitPrice: '2' });
  });

  it('of mail counts on the day of service', async (t) => {
    const { clerk, db } = await arrange(t);
    await changeCatalogue(clerk, {
      subject: 'postpreise',
      code: 'LETTER_STD',
      from: '2027-01-01',
      unitPrice: '0.74',
    });
    const letter = (await readMailProducts(db)).get('LETTER_STD');
    const on = (day: string) => letter && mailPriceOn(letter, Temporal.PlainDate.from(day))?.unitPrice;
    assert.deepEqual([on('2026-12-31'), on('2027-01-01')], [7100, 7400]);
  });
});

describe('what is planned', () => {
  const HOURS = {
    subject: 'leistungen',
    code: 'PICKUP_EXTRA',
    from: '2026-12-01',
    name_de: 'Sonderabholung',
    name_en: 'One-off pickup',
    hours_de: 'Neu',
    hours_en: 'New',
    cutoff_days: '1',
    cutoff_dayKind: 'business',
    cutoff_time: '12:00',
    change_kind: 'final',
    change_days: '1',
    change_dayKind: 'calendar',
    change_time: '16:00',
    cancel_kind: 'before',
    cancel_days: '1',
    cancel_dayKind: 'calendar',
    cancel_time: '12:00',
    leadBusinessDays: '1',
    horizonDays: '30',
  };

  it('comes into force when its day has begun, once, also with two processes; booked orders keep their deadlines', async (t) => {
    const { clerk, firm, ids, at, db, database, audits } = await arrange(t);
    const [order] = await bookPickup(firm, pickupInput(ids, { slot: '2026-12-03T10:00' }));
    assert.equal((await previewChange(clerk, HOURS)).affected, 1);
    await changeCatalogue(clerk, HOURS);
    const cancelRule = async () =>
      (await readCatalogue(db, { now: MONDAY, timeZone: clerk.timeZone })).services.get('PICKUP_EXTRA')
        ?.cancelRule;
    const deadline = () =>
      database.owner.sql('select cancel_until::text from service_order where number = $1', [order?.number]);
    const promised = await deadline();
    const before = await cancelRule();
    assert.equal(await applyDueChanges(at(berlin('2026-11-30T23:59:59'))), 0);
    assert.deepEqual(await cancelRule(), before);
    const midnight = at(berlin('2026-12-01T00:00'));
    const applied = await Promise.all([applyDueChanges(midnight), applyDueChanges(midnight)]);
    assert.equal(applied[0] + applied[1], 1);
    assert.deepEqual(await cancelRule(), { kind: 'before', days: 1, dayKind: 'calendar', time: '12:00' });
    assert.deepEqual(await deadline(), promised);
    assert.deepEqual(
      (await audits()).map(({ action }) => action),
      ['catalogue.change', 'catalogue.apply'],
    );
  });

  it('is written at once when it holds from today on', async (t) => {
    const { clerk, db } = await arrange(t);
    await changeCatalogue(clerk, { ...HOURS, from: '2026-11-23' });
    const { services } = await readCatalogue(db, { now: MONDAY, timeZone: clerk.timeZone });
    assert.deepEqual(services.get('PICKUP_EXTRA')?.changeRule, { kind: 'final' });
    assert.equal(services.get('PICKUP_EXTRA')?.hours.de, 'Neu');
  });

  it('is refused to whoever saw something else', async (t) => {
    const { clerk } = await arrange(t);
    await assertRefused(changeCatalogue(clerk, { ...HOURS, seen: 'something else' }), 'stale');
  });
});

describe('a day', () => {
  it('is closed, and nothing more is offered on it; what is booked stays', async (t) => {
    const { clerk, firm, ids, audits } = await arrange(t);
    const slot = '2026-11-30T10:00';
    await bookPickup(firm, pickupInput(ids, { slot }));
    const closure = {
      subject: 'kalender',
      code: '2026-11-30',
      kind: 'closed',
      name_de: 'Inventur',
      name_en: 'Stocktaking',
    };
    assert.equal((await previewChange(clerk, closure)).affected, 1);
    await changeCatalogue(clerk, closure);
    await assertRefused(bookPickup(firm, pickupInput(ids, { slot })), 'slot-not-offered');
    await changeCatalogue({ ...clerk, now: MONDAY.add({ hours: 1 }) }, { ...closure, code: '2026-12-01' });
    assert.equal((await audits()).length, 2);
  });
});

describe('a window', () => {
  const WINDOW = {
    subject: 'fenster',
    code: 'pickup-WEST_1_1000',
    from: '2026-11-23',
    isOffered: 'on',
    ends: '12:00',
  };

  it('takes fewer bookings, is no longer offered, or is new', async (t) => {
    const { clerk, firm, ids, db } = await arrange(t);
    await bookPickup(firm, pickupInput(ids, { slot: '2026-11-30T10:00' }));
    assert.equal((await previewChange(clerk, { ...WINDOW, capacity: '3' })).affected, 1);
    await changeCatalogue(clerk, { ...WINDOW, capacity: '3' });
    const windows = async () =>
      catalogueAt(await readCatalogue(db, { now: MONDAY, timeZone: clerk.timeZone }), '10719')
        .services.get('PICKUP_EXTRA')
        ?.windows.filter(({ weekday }) => weekday === 1)
        .map(({ starts, capacity }): [string, number] => [`${starts}`.slice(0, 5), capacity])
        .sort(([a], [b]) => (a < b ? -1 : 1));
    assert.deepEqual((await windows())?.[0], ['10:00', 3]);
    const { isOffered: _, ...closed } = WINDOW;
    await changeCatalogue(clerk, { ...closed, capacity: '3' });
    assert.deepEqual((await windows())?.[0], ['12:00', 12]);
    await changeCatalogue(clerk, { ...WINDOW, code: 'pickup-WEST_1_0800', ends: '09:30', capacity: '2' });
    assert.deepEqual((await windows())?.[0], ['08:00', 2]);
    await assertRefused(changeCatalogue(clerk, { ...WINDOW, capacity: '2', ends: '10:00' }), {
      code: 'invalid',
      fields: [{ field: 'ends', problem: 'not-offered' }],
    });
    for (const code of ['pickup_8_1000', 'pickup_1_2400', 'nowhere_1_1000', 'pickup'])
      await assertRefused(changeCatalogue(clerk, { ...WINDOW, code, capacity: '2' }), 'not-found');
  });
});

describe('a tour of the day', () => {
  const EAST = { subject: 'fahrtouren', code: 'OST_1', from: '2026-11-23', name: 'Ost 1', isActive: 'on' };
  const MITTE = { ...EAST, code: 'MITTE_1', name: 'Mitte 1' };

  async function arrangeTour(t: TestContext) {
    const given = await arrange(t);
    const { firm, ids, database, staff } = given;
    const dispatcher = staff(['dispatch'], berlin('2026-11-30T09:00'));
    const give = async (tour: string, order?: string) => {
      const number = order ?? (await bookPickup(firm, pickupInput(ids)))[0]?.number ?? '';
      await takeStep(dispatcher, { step: 'assign', orders: [{ number, version: 1 }], tour });
      return number;
    };
    const tourOf = async (number: string) =>
      (
        await database.owner.sql<{ tour: string }>('select tour from service_order where number = $1', [
          number,
        ])
      )[0]?.tour;
    return { ...given, dispatcher, give, tourOf };
  }

  it('can be given services once it is in the list, and not once it is retired', async (t) => {
    const { clerk, staff, give, tourOf, audits, database } = await arrangeTour(t);
    await assertRefused(give('Ost 1'), { code: 'invalid', fields: [{ field: 'tour', problem: 'unknown' }] });
    await changeCatalogue(clerk, EAST);
    const number = await give('Ost 1');
    assert.equal((await previewChange(clerk, { ...EAST, isActive: '' })).affected, 1);
    await changeCatalogue(clerk, { ...EAST, isActive: '' });
    await assertRefused(give('Ost 1'), 'invalid');
    assert.equal(await tourOf(number), 'Ost 1');
    assert.deepEqual(
      (await audits()).map(({ object, before, after, actor_name }) => [object, before, after, actor_name]),
      [
        ['fahrtouren OST_1', { name: '' }, { name: 'Ost 1', from: '2026-11-23' }, 'Karla Katalog'],
        ['fahrtouren OST_1', { isActive: true }, { isActive: false, from: '2026-11-23' }, 'Karla Katalog'],
      ],
    );
    await assertUnchanged(database, async () => {
      await assertRefused(changeCatalogue(staff(['dispatch']), EAST), 'staff-role-required');
    });
  });

  it('is renamed from a day on, with the open services that it has, and not with what was done', async (t) => {
    const { clerk, at, dispatcher, give, tourOf } = await arrangeTour(t);
    const [open, done, other] = [await give('Mitte 1'), await give('Mitte 1'), await give('Mitte 2')];
    const step = { step: 'complete', orders: [{ number: done, version: 2 }] };
    assert.deepEqual((await takeStep({ ...dispatcher, now: berlin('2026-11-30T12:00') }, step)).done, [done]);
    const change = { ...MITTE, name: 'Zentrum 1', from: '2026-12-01' };
    assert.equal((await previewChange(clerk, change)).affected, 1);
    await changeCatalogue(clerk, change);
    assert.equal(await tourOf(open), 'Mitte 1');
    await applyDueChanges(at(berlin('2026-12-01T00:10')));
    assert.deepEqual(await Promise.all([open, done, other].map(tourOf)), ['Zentrum 1', 'Mitte 1', 'Mitte 2']);
    // whoever saw it before can go on: a name is no step
    const late = { ...dispatcher, now: berlin('2026-12-01T09:00') };
    assert.deepEqual((await takeStep(late, { ...step, orders: [{ number: open, version: 2 }] })).done, [
      open,
    ]);
    await assertRefused(give('Mitte 1'), 'invalid');
  });

  it('has a name that no other one has or will have, and that is no sign', async (t) => {
    const { clerk, database } = await arrangeTour(t);
    await changeCatalogue(clerk, { ...MITTE, name: 'Später', from: '2026-12-01' });
    await assertUnchanged(database, async () => {
      for (const [name, problem] of [
        ['', 'required'],
        [' \u200b ', 'required'],
        ['x'.repeat(41), 'too-long'],
        ['-', 'unreadable'],
        ['MITTE 2', 'taken'],
        ['später', 'taken'],
      ] as const) {
        const refused = await changeCatalogue(clerk, { ...EAST, name }).then(
          () => undefined,
          ({ refusal }) => refusal.fields?.[0],
        );
        assert.deepEqual([refused?.field, refused?.problem], ['name', problem], name);
      }
      await assertRefused(changeCatalogue(clerk, { ...EAST, code: 'ost 1' }), 'not-found');
      await assertRefused(changeCatalogue(clerk, MITTE), 'invalid');
    });
    await changeCatalogue(clerk, { ...EAST, name: `<b>'Ost'; --` });
  });
});

describe('a zone of the tours', () => {
  const NORTH = {
    subject: 'tourgebiete',
    code: 'FAR_NORTH',
    from: '2026-11-23',
    postcodes: ' 131, 13125;1304 131',
    name_de: 'Hoher Norden',
    name_en: 'Far north',
    position: '9',
  };
  const place = async ({ db, clerk }: Awaited<ReturnType<typeof arrange>>, postcode: string) => {
    const catalogue = await readCatalogue(db, {
      now: MONDAY,
      timeZone: clerk.timeZone,
      serviceCodes: ['PICKUP_EXTRA'],
    });
    const { zone, services } = catalogueAt(catalogue, postcode);
    const service = services.get('PICKUP_EXTRA');
    return [zone?.code, service?.pool, service?.windows.length];
  };

  it('is new with the windows of the rounds, takes postcodes over, and counts the orders that it concerns', async (t) => {
    const given = await arrange(t);
    const { clerk, firm, ids, audits } = given;
    assert.equal((await previewChange(clerk, NORTH)).affected, 0);
    const { values } = await previewChange(clerk, NORTH);
    assert.equal(values.postcodes, '1304, 131, 13125');
    await changeCatalogue(clerk, NORTH);
    assert.deepEqual(await place(given, '13125'), ['FAR_NORTH', 'pickup-FAR_NORTH', 20]);
    assert.deepEqual(await place(given, '13347'), ['NORTH', 'pickup-NORTH', 19]);
    assert.deepEqual(
      (await audits()).map(({ object, after }) => [object, after]),
      [
        [
          'tourgebiete FAR_NORTH',
          {
            postcodes: '1304, 131, 13125',
            name_de: 'Hoher Norden',
            name_en: 'Far north',
            position: 9,
            from: '2026-11-23',
          },
        ],
      ],
    );
    await bookPickup(firm, pickupInput(ids));
    const own = { ...NORTH, postcodes: '107' };
    assert.equal((await previewChange(clerk, own)).affected, 1);
    await changeCatalogue({ ...clerk, now: MONDAY.add({ hours: 1 }) }, { ...own, from: '2026-11-24' });
    assert.deepEqual(await place(given, '10719'), ['WEST', 'pickup-WEST', 20]);
    await applyDueChanges({ ...clerk, now: berlin('2026-11-24T00:00') });
    assert.deepEqual(await place(given, '10719'), ['FAR_NORTH', 'pickup-FAR_NORTH', 20]);
    assert.deepEqual(await place(given, '13125'), ['NORTH', 'pickup-NORTH', 19]);
  });

  it('can have all other postcodes, or none', async (t) => {
    const given = await arrange(t);
    assert.deepEqual(await place(given, '80331'), [undefined, 'pickup', 0]);
    await changeCatalogue(given.clerk, { ...NORTH, postcodes: '*' });
    assert.deepEqual(await place(given, '80331'), ['FAR_NORTH', 'pickup-FAR_NORTH', 20]);
    await changeCatalogue(
      { ...given.clerk, now: berlin('2026-11-24T08:00') },
      { ...NORTH, postcodes: '', from: '2026-11-24' },
    );
    assert.deepEqual(await place(given, '80331'), [undefined, 'pickup', 0]);
  });

  it('has windows of its own, which are changed like all others', async (t) => {
    const given = await arrange(t);
    await changeCatalogue(given.clerk, {
      subject: 'fenster',
      code: 'pickup-NORTH_5_1400',
      from: '2026-11-23',
      isOffered: 'on',
      ends: '16:00',
      capacity: '3',
    });
    assert.deepEqual(await place(given, '13347'), ['NORTH', 'pickup-NORTH', 20]);
    assert.deepEqual(await place(given, '10719'), ['WEST', 'pickup-WEST', 20]);
  });

  it('is not what nobody can read', async (t) => {
    const { clerk } = await arrange(t);
    for (const postcodes of [
      '10a',
      '101115',
      '<script>',
      "'; drop table tour_zone",
      '\u202e101',
      '🙂',
      '10*',
    ])
      await assertRefused(changeCatalogue(clerk, { ...NORTH, postcodes }), {
        code: 'invalid',
        fields: [{ field: 'postcodes', problem: 'not-postcodes' }],
      });
    await assertRefused(changeCatalogue(clerk, { ...NORTH, name_de: '' }), 'invalid');
    await assertRefused(changeCatalogue(clerk, { ...NORTH, position: '-1' }), 'invalid');
    for (const code of ['north', 'A B', 'X'.repeat(21), ''])
      await assertRefused(changeCatalogue(clerk, { ...NORTH, code }), 'not-found');
  });
});

describe('hours', () => {
  const WEEK = {
    day_1: '08:00-12:00, 13:00 – 18:00',
    day_2: '',
    day_3: '',
    day_4: '',
    day_5: '',
    day_6: '',
    day_7: '',
  };

  it('of the customer service hold from their day on, with a break', async (t) => {
    const { clerk, database, changeId } = await arrange(t);
    const input = { subject: 'servicezeiten', code: 'telefon', from: '2026-12-07', ...WEEK };
    await changeCatalogue(clerk, input);
    const rows = () =>
      database.owner.sql(
        "select weekday, opens::text, closes::text from service_hours where valid_from = '2026-12-07'",
      );
    assert.deepEqual(await rows(), [
      { weekday: 1, opens: '08:00:00', closes: '12:00:00' },
      { weekday: 1, opens: '13:00:00', closes: '18:00:00' },
    ]);
    await withdrawChange(clerk, { id: await changeId() });
    assert.deepEqual(await rows(), []);
    for (const day_1 of [
      '8 bis 12',
      '12:00-08:00',
      '08:00-12:00, 11:00-13:00',
      '25:00-26:00',
      '<script>',
      '08:00-08:00',
    ])
      await assertRefused(changeCatalogue(clerk, { ...input, day_1 }), {
        code: 'invalid',
        fields: [{ field: 'day_1', problem: 'not-hours' }],
      });
  });

  it('of a site are written when they hold, and the site itself', async (t) => {
    const { clerk, database } = await arrange(t);
    const [site] = await database.owner.sql<{ code: string }>(
      'select code from site order by position limit 1',
    );
    const code = site?.code ?? '';
    await changeCatalogue(clerk, { subject: 'oeffnungszeiten', code, from: '2026-11-23', ...WEEK });
    assert.deepEqual(
      await database.owner.sql('select distinct weekday from site_hours where site_code = $1', [code]),
      [{ weekday: 1 }],
    );
    const place = {
      name: 'Hof',
      street: 'Weg 1',
      postcode: '10115',
      city: 'Berlin',
      hint_de: 'Tor 2',
      hint_en: 'Gate 2',
    };
    await changeCatalogue(clerk, {
      subject: 'standorte',
      code,
      from: '2026-11-23',
      ...place,
      isActive: 'on',
    });
    assert.deepEqual(await database.owner.sql('select name, is_active from site where code = $1', [code]), [
      { name: 'Hof', is_active: true },
    ]);
  });
});

describe('what the desk types', () => {
  const wrong: [string, Record<string, string>, string, string][] = [
    ['no price', { ...PRICE, unitPrice: '' }, 'unitPrice', 'required'],
    ['words', { ...PRICE, unitPrice: "1'; drop table" }, 'unitPrice', 'not-a-decimal'],
    ['a negative price', { ...PRICE, unitPrice: '-1' }, 'unitPrice', 'not-a-decimal'],
    ['too many places', { ...PRICE, unitPrice: '0,12345' }, 'unitPrice', 'not-a-decimal'],
    ['too much', { ...PRICE, unitPrice: '1000000' }, 'unitPrice', 'too-large'],
    ['what it costs already', { ...PRICE, unitPrice: '0' }, 'unitPrice', 'unchanged'],
    ['yesterday', { ...PRICE, from: '2026-11-22' }, 'from', 'in-the-past'],
    ['the far future', { ...PRICE, from: '2099-01-01' }, 'from', 'not-offered'],
    ['no date', { ...PRICE, from: '' }, 'from', 'not-a-date'],
    ['a rate without tax', { ...PRICE, subject: 'steuer', category: 'S', rate: '0' }, 'rate', 'too-small'],
    [
      'an exemption with a rate',
      { ...PRICE, subject: 'steuer', category: 'E', rate: '7' },
      'rate',
      'too-large',
    ],
    [
      'an exemption without a reason',
      { ...PRICE, subject: 'steuer', category: 'E', rate: '0' },
      'reason_de',
      'required',
    ],
    [
      'half a reason',
      { ...PRICE, subject: 'steuer', category: 'E', rate: '0', reason_de: 'x' },
      'reason_en',
      'required',
    ],
    ['an unknown taxation', { ...PRICE, subject: 'steuer', category: 'X', rate: '0' }, 'category', 'unknown'],
    [
      'a closed day without an occasion',
      { subject: 'kalender', code: '2026-12-01', kind: 'closed' },
      'name_de',
      'required',
    ],
    [
      'a day that is over',
      { subject: 'kalender', code: '2026-11-20', kind: 'closed', name_de: 'x', name_en: 'x' },
      'kind',
      'in-the-past',
    ],
  ];

  it('is checked, and nothing is written', async (t) => {
    const { clerk, database } = await arrange(t);
    await assertUnchanged(database, async () => {
      for (const [name, input, field, problem] of wrong) {
        for (const verb of [previewChange, changeCatalogue]) {
          await verb(clerk, input).then(
            () => assert.fail(name),
            (error) => {
              assert.equal(error.refusal?.code, 'invalid', `${name}: ${error}`);
              assert.deepEqual(
                error.refusal.fields.map((one: { field: string; problem: string }) => [
                  one.field,
                  one.problem,
                ]),
                [[field, problem]],
                name,
              );
            },
          );
        }
      }
      for (const unknown of [
        { ...PRICE, subject: 'nichts' },
        { ...PRICE, code: 'NO_SUCH' },
        { ...PRICE, subject: 'kalender', code: '2026-02-30' },
      ])
        await assertRefused(changeCatalogue(clerk, unknown), 'not-found');
    });
  });

  it('is for the role of the catalogue', async (t) => {
    const { staff, firm, database } = await arrange(t);
    await assertUnchanged(database, async () => {
      await assertRefused(changeCatalogue(staff(['billing', 'dispatch', 'care']), PRICE), {
        code: 'staff-role-required',
        role: 'catalogue',
      });
      await assertRefused(changeCatalogue(firm, PRICE), 'not-found');
      await assertRefused(withdrawChange(firm, { id: 1 }), 'not-found');
    });
    await changeCatalogue(staff(['admin']), PRICE);
  });
});

describe('the pages of the catalogue', () => {
  it('lead from the overview over the form and the check to the change, and back', async (t) => {
    const { portal } = await arrange(t);
    const browser = await clerkAt(portal, 'catalogue');
    const overview = await browser.get('/desk/katalog');
    await assertValidHtml(overview.html);
    assert.match(overview.text, /Standardbrief/);
    const form = await browser.get('/desk/katalog/preise/BOX_SMALL');
    await assertValidHtml(form.html);
    const wrong = await browser.get('/desk/katalog/preise/BOX_SMALL/pruefen?unitPrice=viel&from=2026-12-01');
    assert.equal(wrong.status, 422);
    assert.match(wrong.html, /value="viel"/);
    await assertValidHtml(wrong.html);
    const check = await browser.get(
      '/desk/katalog/preise/BOX_SMALL/pruefen?unitPrice=1%2C50&from=2026-12-01',
    );
    await assertValidHtml(check.html);
    assert.match(check.text, /Betrifft keinen gebuchten Auftrag/);
    const done = await browser.submit('/desk/katalog/preise/BOX_SMALL');
    assert.match(done.text, /Die Änderung ist festgelegt/);
    assert.match(done.text, /1,50/);
    await assertValidHtml(done.html);
    assert.match((await browser.get('/desk/katalog')).text, /Geplante Änderungen/);
    await browser.get('/desk/katalog/preise/BOX_SMALL');
    const action = /action="(\/desk\/katalog\/aenderungen\/\d+\/zuruecknehmen)"/.exec(
      (await browser.get('/desk/katalog/preise/BOX_SMALL')).html,
    )?.[1];
    const back = await browser.submit(action ?? '');
    assert.match(back.text, /Die Änderung ist zurückgenommen/);
  });

  it('have every subject, and no page for what there is not', async (t) => {
    const { portal } = await arrange(t);
    const browser = await clerkAt(portal, 'catalogue');
    for (const path of [
      'produkte/STAMP_STD_20',
      'steuer/STAMP_STD_20',
      'postprodukte/AD_STD',
      'poststeuer/FORMAL_SERVICE',
      'leistungen/GOODS_FINAL',
      'kalender/2026-12-28',
      'fenster/pickup_1_1000',
      'servicezeiten/telefon',
      'zusagen/telefon',
    ]) {
      const shown = await browser.get(`/desk/katalog/${path}`);
      assert.equal(shown.status, 200, path);
      await assertValidHtml(shown.html);
    }
    for (const path of ['produkte/NO_SUCH', 'nichts/BOX_SMALL', 'kalender/2026-02-30', 'kalender/heute'])
      assert.equal((await browser.get(`/desk/katalog/${path}`)).status, 404, path);
    assert.equal(
      (await browser.get('/desk/katalog/tag?tag=2026-12-28')).address,
      '/desk/katalog/kalender/2026-12-28',
    );
    assert.equal((await browser.get('/desk/katalog/tag?tag=%00')).address, '/desk/katalog');
    assert.equal(
      (await browser.get('/desk/katalog/zeitfenster?pool=pickup&weekday=6&starts=9:00')).address,
      '/desk/katalog/fenster/pickup_6_0900',
    );
    assert.equal((await browser.get('/desk/katalog/zeitfenster?pool=&weekday=9')).address, '/desk/katalog');
    for (const [path, text] of [
      ['/desk/katalog', /Tourgebiete.*Südosten.*103, 12/s],
      ['/desk/katalog/touren/pickup-NORTH', /Abholtour Norden.*Montag.*10.*8/s],
      ['/desk/katalog/touren/pickup', /Vorlage/],
      ['/desk/katalog/tourgebiete/CITY', /Innenstadt: Tourgebiet.*101, 102, 104, 109/s],
      ['/desk/katalog/tourgebiete/NEW', /NEW: Tourgebiet/],
      ['/desk/katalog', /Touren der Disposition.*Mitte 1.*MITTE_1.*wird gefahren/s],
      ['/desk/katalog/fahrtouren/SUED_2', /Süd 2: Tour/],
      ['/desk/katalog/fahrtouren/NEW', /NEW: Tour.*name="isActive"[^>]*checked/s],
    ] as const) {
      const shown = await browser.get(path);
      assert.match(shown.html, text, path);
      await assertValidHtml(shown.html);
    }
    for (const path of ['touren/nowhere', 'tourgebiete/new', 'touren/%00'])
      assert.equal((await browser.get(`/desk/katalog/${path}`)).status, 404, path);
    assert.equal(
      (await browser.get('/desk/katalog/gebiet?kuerzel=new')).address,
      '/desk/katalog/tourgebiete/NEW',
    );
    assert.equal((await browser.get('/desk/katalog/gebiet?kuerzel=%3Cb%3E')).address, '/desk/katalog');
    assert.equal(
      (await browser.get('/desk/katalog/fahrtour?tour=ost_1')).address,
      '/desk/katalog/fahrtouren/OST_1',
    );
    assert.equal((await browser.get('/desk/katalog/fahrtour?tour=..%2F')).address, '/desk/katalog');
  });
});
