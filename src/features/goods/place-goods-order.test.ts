import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { berlin, MONDAY } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { goodsInput, idsOf, placesTaken } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { query } from '../../platform/db/database.ts';
import { placeGoodsOrder } from './place-goods-order.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const staff = await ctxFor({ db, jobs, user: 'mitarbeit' });

const orderRow = async (number: string) => {
  const [row] = await owner.all(query.selectFrom('service_order').selectAll().where('number', '=', number));
  assert.ok(row, `there is no order ${number}`);
  return row;
};
const linesOf = (orderId: number) =>
  owner.all(
    query
      .selectFrom('order_line')
      .select(['position', 'product_code', 'quantity', 'unit_price', 'vat_rate', 'net_cents'])
      .where('order_id', '=', orderId)
      .orderBy('position'),
  );
const auditOf = (number: string) =>
  owner.all(query.selectFrom('audit_entry').selectAll().where('object', '=', number).orderBy('id'));

/** Instants have no properties to compare by. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('ordering goods', () => {
  it('keeps what was promised: window, deadlines, address, account and prices', async () => {
    const input = goodsInput(
      ids,
      { BOX_SMALL: 10, BOX_LID: 10 },
      {
        addressId: ids.address('Notariat'),
        costCentreId: `${ids.costCentre('1200')}`,
        reference: '  Umzug \u202e2026 ',
        driverHint: 'Hinterhaus',
      },
    );
    const [order, ...others] = await placeGoodsOrder(staff, input);
    assert.ok(order);
    assert.equal(others.length, 0);
    const { id, placed_at, reference_key, ...row } = await orderRow(order.number);
    assert.equal(reference_key, 'umzug 2026');
    assert.equal(order.id, id);
    assert.match(order.number, /^A-2026-\d{6}$/);
    assert.equal(placed_at.toString(), MONDAY.toString());
    assert.deepEqual(plain(row), {
      customer_id: staff.customer.id,
      number: order.number,
      submission_key: input.key,
      service_code: 'GOODS_BOXES',
      status: 'placed',
      pool: 'delivery-WEST',
      service_date: '2026-11-30',
      window_starts: '10:00:00',
      window_ends: '12:00:00',
      starts_at: '2026-11-30T09:00:00Z',
      ends_at: '2026-11-30T11:00:00Z',
      change_until: '2026-11-29T15:00:00Z',
      cancel_until: '2026-11-29T15:00:00Z',
      address_id: ids.address('Notariat'),
      address: {
        recipient: 'Notariat am Laternenplatz',
        street: 'Amselstieg 21',
        postcode: '10717',
        city: 'Berlin',
        contactName: 'Jonas Wieland',
        contactPhone: '030 5550112',
      },
      reference: 'Umzug 2026',
      cost_centre_id: ids.costCentre('1200'),
      cost_centre_label: '1200 Notariat',
      driver_hint: 'Hinterhaus',
      accepted_at: null,
      desk_version: 1,
      driver: '',
      tour: '',
      is_cancellation_charged: false,
      particulars: [],
      approve_until: null,
      decline_reason: null,
      net_cents: 0,
      vat: [{ rate: 1900, base: 0, amount: 0 }],
      gross_cents: 0,
      placed_by: staff.actor.kind === 'person' ? staff.actor.personId : undefined,
      cancelled_at: null,
      completed_at: null,
      version: 1,
    });
    const events = await owner.all(query.selectFrom('order_event').selectAll().where('order_id', '=', id));
    assert.deepEqual(
      events.map(({ kind, person_id, at }) => ({ kind, person_id, at: `${at}` })),
      [{ kind: 'placed', person_id: row.placed_by, at: `${MONDAY}` }],
    );
  });

  it('reckons net, tax and gross of each order', async () => {
    const [order] = await placeGoodsOrder(
      admin,
      goodsInput(ids, { STAMP_STD_20: 3, STAMP_STD_100: 2, PRELABEL_REG_100: 1 }),
    );
    const { id, net_cents, vat, gross_cents } = await orderRow(order?.number ?? '');
    assert.deepEqual(await linesOf(id), [
      {
        position: 1,
        product_code: 'STAMP_STD_20',
        quantity: 3,
        unit_price: 142_000,
        vat_rate: 1900,
        net_cents: 4260,
      },
      {
        position: 2,
        product_code: 'STAMP_STD_100',
        quantity: 2,
        unit_price: 710_000,
        vat_rate: 1900,
        net_cents: 14_200,
      },
      {
        position: 3,
        product_code: 'PRELABEL_REG_100',
        quantity: 1,
        unit_price: 0,
        vat_rate: 1900,
        net_cents: 0,
      },
    ]);
    assert.deepEqual(
      { net_cents, vat, gross_cents },
      {
        net_cents: 18_460,
        vat: [{ rate: 1900, base: 18_460, amount: 3507 }],
        gross_cents: 21_967,
      },
    );
  });

  it('splits a basket where the deadlines differ, and counts a place for each order', async () => {
    const slot = '2026-12-02T14:00';
    const placed = await placeGoodsOrder(
      admin,
      goodsInput(ids, { BOX_LARGE: 1, STAMP_STD_20: 1, BOX_LID: 1, PRELABEL_ROLL_500: 2 }, { slot }),
    );
    const orders = await Promise.all(placed.map(({ number }) => orderRow(number)));
    assert.deepEqual(
      orders.map(({ service_code, change_until, cancel_until }) => [
        service_code,
        `${change_until}`,
        `${cancel_until}`,
      ]),
      [
        ['GOODS_FINAL', 'null', 'null'],
        ['GOODS_BOXES', '2026-12-01T15:00:00Z', '2026-12-01T15:00:00Z'],
      ],
    );
    const lines = await Promise.all(orders.map(({ id }) => linesOf(id)));
    assert.deepEqual(
      lines.map((own) => own.map(({ product_code }) => product_code)),
      [
        ['STAMP_STD_20', 'PRELABEL_ROLL_500'],
        ['BOX_LARGE', 'BOX_LID'],
      ],
    );
    assert.equal(await placesTaken(database, 'delivery', slot), 2);
    assert.equal(new Set(orders.map(({ submission_key }) => submission_key)).size, 1);
  });

  it('writes down who did it, and asks for one letter for the whole basket', async () => {
    const before = await waitingJobs(database);
    const placed = await placeGoodsOrder(staff, goodsInput(ids, { BOX_SMALL: 1, STAMP_STD_20: 2 }));
    const personId = staff.actor.kind === 'person' ? staff.actor.personId : undefined;
    for (const [index, { number }] of placed.entries()) {
      const [entry, ...more] = await auditOf(number);
      assert.ok(entry);
      assert.equal(more.length, 0);
      const { id: _, at, ...rest } = entry;
      assert.equal(`${at}`, `${MONDAY}`);
      assert.deepEqual(rest, {
        customer_id: staff.customer.id,
        actor_kind: 'person',
        person_id: personId,
        action: 'order.place',
        object: number,
        before: null,
        after: [
          {
            service: 'GOODS_FINAL',
            slot: '2026-11-30T10:00',
            lines: [{ product: 'STAMP_STD_20', quantity: 2 }],
          },
          {
            service: 'GOODS_BOXES',
            slot: '2026-11-30T10:00',
            lines: [{ product: 'BOX_SMALL', quantity: 1 }],
          },
        ][index],
        staff_id: null,
        seal_id: null,
        actor_name: null,
        request_id: 'test',
      });
    }
    assert.deepEqual((await waitingJobs(database)).slice(before.length), [
      {
        name: 'mail.orders-placed',
        data: { customerId: staff.customer.id, numbers: placed.map(({ number }) => number), personId },
      },
    ]);
  });

  it('keeps the promised prices when the list changes afterwards', async () => {
    const tomorrow = Temporal.PlainDate.from('2026-11-24');
    await owner.all(
      query.insertInto('product_price').values({
        product_code: 'STAMP_LARGE_20',
        valid_from: tomorrow,
        unit_price: 999_900,
      }),
    );
    const order = goodsInput(ids, { STAMP_LARGE_20: 1 });
    const [today] = await placeGoodsOrder(admin, order);
    await owner.sql('update product set name = \'{"de":"neu","en":"new"}\' where code = \'STAMP_LARGE_20\'');
    await owner.sql("insert into product_vat values ('STAMP_LARGE_20', '2026-11-24', 'S', 700)");
    const [later] = await placeGoodsOrder(
      // the price changes with the carrier's midnight, not with that of UTC
      { ...admin, now: berlin('2026-11-24T00:00') },
      { ...order, key: 'after-the-change' },
    );
    const [before, after] = await Promise.all([orderRow(today?.number ?? ''), orderRow(later?.number ?? '')]);
    assert.deepEqual([before.net_cents, before.gross_cents], [2760, 3284]);
    assert.deepEqual([after.net_cents, after.gross_cents], [9999, 10_699]);
    const [again] = await placeGoodsOrder({ ...admin, now: berlin('2026-11-25T09:00') }, order);
    assert.deepEqual(again, today, 'a resend gives the order of then');
    assert.equal((await orderRow(today?.number ?? '')).gross_cents, 3284);
  });

  it('takes the year of the number from the day of placing', async () => {
    const ctx = { ...admin, now: berlin('2026-12-30T23:59:59') };
    const slot = '2027-01-06T10:00';
    const [old] = await placeGoodsOrder(ctx, goodsInput(ids, { BOX_SMALL: 1 }, { slot }));
    assert.match(old?.number ?? '', /^A-2026-/);
    // UTC still writes the old year
    const newYear = { ...admin, now: berlin('2027-01-01T00:30') };
    const [young] = await placeGoodsOrder(newYear, goodsInput(ids, { BOX_SMALL: 1 }, { slot }));
    assert.match(young?.number ?? '', /^A-2027-/);
  });

  it('goes on counting past the millionth order', async (t) => {
    const other = await testDatabase(t);
    const ctx = await ctxFor({ db: other.app, jobs: await testJobs(other) });
    await other.owner.sql("select setval('order_number', 999998)");
    const numbers: (string | undefined)[] = [];
    for (let count = 0; count < 3; count += 1) {
      const [order] = await placeGoodsOrder(ctx, goodsInput(await idsOf(other)));
      numbers.push(order?.number);
    }
    assert.deepEqual(numbers, ['A-2026-999999', 'A-2026-1000000', 'A-2026-1000001']);
  });

  it('is for those who may order', async () => {
    const input = goodsInput(ids);
    const nobody = {
      ...admin,
      grants: { isAdmin: false, rights: ['orders.cancel', 'documents.view'] as const },
    };
    await assertUnchanged(database, () =>
      assertRefused(placeGoodsOrder(nobody, input), { code: 'forbidden', right: 'orders.place' }),
    );
    // no word about what is wrong with the input either
    await assertRefused(placeGoodsOrder(nobody, 'nonsense'), 'forbidden');
    const placed = await placeGoodsOrder(carrierCtx({ db, jobs, customer: admin.customer }), input);
    const { placed_by } = await orderRow(placed[0]?.number ?? '');
    assert.equal(placed_by, null);
    assert.equal((await auditOf(placed[0]?.number ?? ''))[0]?.actor_kind, 'carrier');
  });
});

describe('ordering goods with something of another firm', () => {
  it('is the same as with something that does not exist', async () => {
    const foreign = await idsOf(database, 'D100002');
    const cases: [Record<string, unknown>, string[]][] = [
      [{ addressId: foreign.address('Poststelle') }, ['addressId']],
      [{ addressId: 999_999_999 }, ['addressId']],
      [{ costCentreId: foreign.costCentre('4100') }, ['costCentreId']],
      [{ costCentreId: 999_999_999 }, ['costCentreId']],
      [
        { addressId: foreign.address('Poststelle'), costCentreId: foreign.costCentre('4100') },
        ['addressId', 'costCentreId'],
      ],
      [{ addressId: 999_999_999, costCentreId: 999_999_999 }, ['addressId', 'costCentreId']],
    ];
    await assertUnchanged(database, async () => {
      for (const [changes, fields] of cases) {
        await assertRefused(placeGoodsOrder(admin, goodsInput(ids, { BOX_SMALL: 1 }, changes)), {
          code: 'invalid',
          fields: fields.map((field) => ({ field, problem: 'unknown' })),
        });
      }
    });
  });

  it('refuses an address that takes no deliveries, and a closed cost centre', async () => {
    const [pickupOnly] = await owner.sql<{ id: number }>(
      `insert into address (customer_id, label, recipient, street, postcode, city, is_billing, is_delivery, is_pickup)
       values ($1, 'Rampe', 'x', 'x', '1', 'x', true, false, true) returning id`,
      [admin.customer.id],
    );
    await owner.sql("update cost_centre set closed_at = now() where code = '9000'");
    await assertRefused(
      placeGoodsOrder(admin, goodsInput(ids, { BOX_SMALL: 1 }, { addressId: pickupOnly?.id })),
      {
        code: 'invalid',
        fields: [{ field: 'addressId', problem: 'unknown' }],
      },
    );
    const closed = goodsInput(ids, { BOX_SMALL: 1 }, { costCentreId: ids.costCentre('9000') });
    await assertRefused(placeGoodsOrder(admin, closed), {
      code: 'invalid',
      fields: [{ field: 'costCentreId', problem: 'unknown' }],
    });
  });
});

describe('ordering goods with bad input', () => {
  const quantity = (quantities: unknown) => goodsInput(ids, quantities as Record<string, unknown>);
  const cases: Record<string, [input: unknown, field: string, problem: string]> = {
    'nothing ordered': [quantity({}), 'quantities', 'required'],
    'only zeros': [quantity({ BOX_SMALL: 0 }), 'quantities', 'required'],
    'no quantities at all': [{ ...goodsInput(ids), quantities: undefined }, 'quantities', 'required'],
    'a list of quantities': [quantity(['BOX_SMALL']), 'quantities', 'unreadable'],
    'a negative quantity': [quantity({ BOX_SMALL: -1 }), 'quantities.BOX_SMALL', 'too-small'],
    'half a box': [quantity({ BOX_SMALL: 1.5 }), 'quantities.BOX_SMALL', 'not-a-number'],
    'a quantity in words': [quantity({ BOX_SMALL: 'two' }), 'quantities.BOX_SMALL', 'not-a-number'],
    'not a number': [quantity({ BOX_SMALL: Number.NaN }), 'quantities.BOX_SMALL', 'not-a-number'],
    'endlessly many': [
      quantity({ BOX_SMALL: Number.POSITIVE_INFINITY }),
      'quantities.BOX_SMALL',
      'not-a-number',
    ],
    'one more than an order may hold': [quantity({ BOX_SMALL: 51 }), 'quantity.BOX_SMALL', 'too-large'],
    'more than anybody could want': [quantity({ BOX_SMALL: 1e15 }), 'quantities.BOX_SMALL', 'too-large'],
    'an unknown product': [quantity({ BOX_GOLD: 1 }), 'quantity.BOX_GOLD', 'unknown'],
    'a product that is booked and not ordered': [
      quantity({ PICKUP_EXTRA: 1 }),
      'quantity.PICKUP_EXTRA',
      'unknown',
    ],
    'a hostile product': [quantity({ "';--": 1 }), "quantities.';--", 'unreadable'],
    'a product called like a property of everything': [
      quantity({ constructor: 1 }),
      'quantities.constructor',
      'unreadable',
    ],
    'more lines than there are products': [
      quantity(Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`P${index}`, 1]))),
      'quantities',
      'too-large',
    ],
    'no window': [goodsInput(ids, undefined, { slot: undefined }), 'slot', 'required'],
    'an empty window': [goodsInput(ids, undefined, { slot: '' }), 'slot', 'required'],
    'a window that is none': [
      goodsInput(ids, undefined, { slot: '2026-02-30T10:00' }),
      'slot',
      'not-offered',
    ],
    'a hostile window': [goodsInput(ids, undefined, { slot: '<script>\0' }), 'slot', 'not-offered'],
    'a window of another kind': [goodsInput(ids, undefined, { slot: 5 }), 'slot', 'unreadable'],
    'no address': [goodsInput(ids, undefined, { addressId: undefined }), 'addressId', 'required'],
    'an empty address': [goodsInput(ids, undefined, { addressId: '' }), 'addressId', 'required'],
    'address zero': [goodsInput(ids, undefined, { addressId: '0' }), 'addressId', 'too-small'],
    'a negative address': [goodsInput(ids, undefined, { addressId: '-1' }), 'addressId', 'not-a-number'],
    'a hostile address': [goodsInput(ids, undefined, { addressId: '1 or 1=1' }), 'addressId', 'not-a-number'],
    'an address beyond all numbers': [
      goodsInput(ids, undefined, { addressId: 2 ** 60 }),
      'addressId',
      'too-large',
    ],
    'a list of addresses': [goodsInput(ids, undefined, { addressId: [1] }), 'addressId', 'unreadable'],
    'a cost centre in words': [
      goodsInput(ids, undefined, { costCentreId: 'x' }),
      'costCentreId',
      'not-a-number',
    ],
    'a long reference': [goodsInput(ids, undefined, { reference: 'x'.repeat(61) }), 'reference', 'too-long'],
    'a reference of another kind': [goodsInput(ids, undefined, { reference: {} }), 'reference', 'unreadable'],
    'a long hint': [goodsInput(ids, undefined, { driverHint: 'ä'.repeat(501) }), 'driverHint', 'too-long'],
    'no key': [goodsInput(ids, undefined, { key: undefined }), 'key', 'required'],
    'a short key': [goodsInput(ids, undefined, { key: 'short' }), 'key', 'unreadable'],
    'a hostile key': [
      goodsInput(ids, undefined, { key: "'; drop table submission; --" }),
      'key',
      'unreadable',
    ],
  };
  for (const [name, [input, field, problem]] of Object.entries(cases)) {
    it(`refuses ${name} and names the field`, async () => {
      await assertUnchanged(database, () =>
        placeGoodsOrder(admin, input).then(
          () => assert.fail('it was accepted'),
          ({ refusal }) => {
            assert.deepEqual(
              refusal.fields.map((one: { field: string; problem: string }) => [one.field, one.problem]),
              [[field, problem]],
            );
          },
        ),
      );
    });
  }

  it('refuses what is no form at all', async () => {
    for (const input of [undefined, null, '', 0, [], true]) {
      await assertRefused(placeGoodsOrder(admin, input), 'invalid');
    }
  });

  it('stores hostile words as words', async () => {
    const words = `'; drop table "service_order"; -- <script>alert(1)</script> ${'\u{1F4EE}'}`;
    const [order] = await placeGoodsOrder(
      admin,
      goodsInput(ids, undefined, {
        reference: `\0${words.slice(0, 55)}\ud800\u202e`,
        driverHint: `${words}\n${'ß'.repeat(400)}`,
      }),
    );
    const row = await orderRow(order?.number ?? '');
    assert.equal(row.reference, `${words.slice(0, 55)}\ufffd`);
    assert.equal(row.driver_hint, `${words}\n${'ß'.repeat(400)}`);
  });
});
