import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../../test/support/at-once.ts';
import { berlin } from '../../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../../test/support/context.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../../test/support/jobs.ts';
import {
  goodsInput,
  idsOf,
  inOneZone,
  leavePlaces,
  pickupInput,
  placesTaken,
} from '../../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../../test/support/refused.ts';
import { Refused } from '../../../domain/refusal.ts';
import type { CustomerCtx } from '../../../platform/context.ts';
import { query } from '../../../platform/db/database.ts';
import { placeGoodsOrder } from '../../goods/index.ts';
import { bookPickup } from '../../pickups/index.ts';
import { cancelOrder } from '../cancel-order.ts';
import { finishOrder } from '../finish-order.ts';
import { findOrder } from '../queries.ts';
import { changeOrder } from './change-order.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
await inOneZone(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const staff = await ctxFor({ db, jobs, user: 'mitarbeit' });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const carrier = carrierCtx({ db, jobs, customer: admin.customer });

let keys = 0;
const change = (number: string, answers: Record<string, unknown>, ctx: CustomerCtx = admin) => {
  keys += 1;
  return changeOrder(ctx, { number, version: 1, key: `change-${keys}`, ...answers });
};
async function pickup(slot = '2026-11-30T10:00', changes: Record<string, unknown> = {}): Promise<string> {
  const [order] = await bookPickup(admin, pickupInput(ids, { slot, ...changes }));
  return order?.number ?? assert.fail('nothing was placed');
}
async function boxes(quantities: Record<string, number>, slot = '2026-11-30T10:00'): Promise<string> {
  const [order] = await placeGoodsOrder(admin, goodsInput(ids, quantities, { slot }));
  return order?.number ?? assert.fail('nothing was placed');
}
async function orderOf(number: string) {
  const found = await db.transaction(admin.customer.id, (tx) => findOrder(tx, number));
  return found ?? assert.fail(`${number} is not there`);
}
const quantitiesOf = async (number: string) =>
  Object.fromEntries((await orderOf(number)).lines.map((line) => [line.product_code, line.quantity]));
/** Instants have no properties to compare by. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('changing an order', () => {
  it('moves it with its place and its deadlines, and keeps the version before', async () => {
    const number = await pickup('2026-11-30T10:00', { reference: 'Akte 1' });
    const taken = await placesTaken(database, 'pickup', '2026-11-30T10:00');
    const waiting = (await waitingJobs(database)).length;
    const now = berlin('2026-11-24T08:15:30');
    const answers = {
      slot: '2026-12-02T14:00',
      addressId: `${ids.address('Notariat')}`,
      costCentreId: `${ids.costCentre('1200')}`,
      reference: ' Akte \u202e2 ',
      driverHint: 'Hinterhaus',
    };
    assert.deepEqual(await change(number, answers, { ...staff, now }), { number, version: 2 });

    const { order, lines, versions, events } = await orderOf(number);
    assert.deepEqual(
      plain([order.version, order.service_date, order.window_starts, order.window_ends, order.starts_at]),
      [2, '2026-12-02', '14:00:00', '16:00:00', '2026-12-02T13:00:00Z'],
    );
    assert.deepEqual(plain([order.change_until, order.cancel_until]), [
      '2026-12-01T15:00:00Z',
      '2026-12-01T15:00:00Z',
    ]);
    assert.deepEqual(
      [
        order.address_id,
        order.address.recipient,
        order.cost_centre_label,
        order.reference,
        order.driver_hint,
      ],
      [ids.address('Notariat'), 'Notariat am Laternenplatz', '1200 Notariat', 'Akte 2', 'Hinterhaus'],
    );
    assert.equal(lines.length, 1);
    assert.equal(await placesTaken(database, 'pickup', '2026-11-30T10:00'), taken - 1);
    assert.equal(await placesTaken(database, 'pickup', '2026-12-02T14:00'), 1);

    assert.equal(versions.length, 1);
    assert.deepEqual(
      [versions[0]?.promise.serviceDate, versions[0]?.promise.reference, versions[0]?.lines.length],
      ['2026-11-30', 'Akte 1', 1],
    );
    const staffId = staff.actor.kind === 'person' ? staff.actor.personId : undefined;
    assert.deepEqual(events.map(({ kind, version, personId }) => [kind, version, personId]).at(-1), [
      'changed',
      2,
      staffId,
    ]);
    const [entry] = await owner.all(
      query
        .selectFrom('audit_entry')
        .selectAll()
        .where('action', '=', 'order.change')
        .where('object', '=', number),
    );
    assert.deepEqual([entry?.person_id, `${entry?.at}`], [staffId, `${now}`]);
    assert.deepEqual(entry?.before, {
      slot: '2026-11-30T10:00',
      address: 'Kanzlei am Laternenplatz, Laternenplatz 4, 10719 Berlin',
      contact: ['Empfang', '030 5550111'],
      reference: 'Akte 1',
      costCentre: '',
      driverHint: '',
      changeUntil: '2026-11-29T15:00:00Z',
      cancelUntil: '2026-11-29T15:00:00Z',
    });
    assert.equal((entry?.after as { slot?: string } | null)?.slot, '2026-12-02T14:00');
    assert.deepEqual((await waitingJobs(database)).slice(waiting), [
      {
        name: 'mail.order-changed',
        data: { customerId: admin.customer.id, number, version: 2, personId: staffId },
      },
    ]);
  });

  it('leaves alone what is not mentioned, and takes away what is emptied', async () => {
    const number = await pickup('2026-12-01T10:00', {
      reference: 'R',
      driverHint: 'H',
      costCentreId: `${ids.costCentre('1100')}`,
    });
    await change(number, { slot: '2026-12-01T12:00' });
    let { order } = await orderOf(number);
    assert.deepEqual(
      [order.reference, order.driver_hint, order.cost_centre_label.slice(0, 4)],
      ['R', 'H', '1100'],
    );
    await change(number, { version: 2, reference: '', costCentreId: null });
    await change(number, { version: 3, driverHint: '', costCentreId: '' });
    ({ order } = await orderOf(number));
    assert.deepEqual(
      [order.version, order.reference, order.driver_hint, order.cost_centre_label, order.cost_centre_id],
      [4, '', '', '', null],
    );
    assert.equal(await placesTaken(database, 'pickup', '2026-12-01T12:00'), 1);
  });

  it('changes how many of what, at the prices of today, and keeps the lines of before', async () => {
    const number = await boxes({ BOX_SMALL: 2, BOX_LID: 1 });
    await change(number, { quantities: { BOX_SMALL: 5, BOX_LARGE: 1 } });
    assert.deepEqual(await quantitiesOf(number), { BOX_SMALL: 5, BOX_LARGE: 1 });
    const { versions } = await orderOf(number);
    assert.deepEqual(
      versions[0]?.lines.map((line) => [line.productCode, line.quantity]),
      [
        ['BOX_SMALL', 2],
        ['BOX_LID', 1],
      ],
    );

    await owner.sql(
      "insert into product_price values ('PICKUP_EXTRA', '2026-11-20', 10000) on conflict do nothing",
    );
    const booked = await pickup('2026-12-01T14:00');
    await owner.sql(
      "update product_price set unit_price = 123400 where product_code = 'PICKUP_EXTRA' and valid_from = '2026-11-20'",
    );
    await change(booked, { reference: 'neu' });
    const { order, lines, versions: earlier } = await orderOf(booked);
    assert.deepEqual([lines[0]?.unit_price, order.net_cents, order.gross_cents], [123400, 1234, 1468]);
    assert.deepEqual([earlier[0]?.lines[0]?.unitPrice, earlier[0]?.promise.net], [10000, 100]);
    await owner.sql(
      "delete from product_price where product_code = 'PICKUP_EXTRA' and valid_from = '2026-11-20'",
    );
  });

  it('lets what is no longer sold stay or become fewer, not more', async (t) => {
    const number = await boxes({ BOX_SMALL: 3, BOX_LID: 3 });
    await owner.sql("update product set is_active = false where code = 'BOX_LID'");
    t.after(() => owner.sql("update product set is_active = true where code = 'BOX_LID'"));
    await change(number, { reference: 'bleibt' });
    await assertRefused(change(number, { version: 2, quantities: { BOX_SMALL: 3, BOX_LID: 4 } }), {
      code: 'invalid',
      fields: [{ field: 'quantity.BOX_LID', problem: 'too-large', limit: 3 }],
    });
    await change(number, { version: 2, quantities: { BOX_SMALL: 3, BOX_LID: 2 } });
    await change(number, { version: 3, quantities: { BOX_SMALL: 1 } });
    assert.deepEqual(await quantitiesOf(number), { BOX_SMALL: 1 });
    await assertRefused(change(number, { version: 4, quantities: { BOX_LID: 1 } }), 'invalid');
  });

  it('lets an order keep an address and a cost centre that were given up since', async (t) => {
    const number = await pickup('2026-12-02T10:00', {
      addressId: `${ids.address('Notariat')}`,
      costCentreId: `${ids.costCentre('1200')}`,
    });
    await owner.sql("update address set archived_at = now() where label = 'Notariat'");
    await owner.sql("update cost_centre set closed_at = now() where code = '1200'");
    t.after(async () => {
      await owner.sql("update address set archived_at = null where label = 'Notariat'");
      await owner.sql("update cost_centre set closed_at = null where code = '1200'");
    });
    await change(number, { reference: 'bleibt', addressId: `${ids.address('Notariat')}` });
    const { order } = await orderOf(number);
    assert.deepEqual(
      [order.address.recipient, order.cost_centre_label],
      ['Notariat am Laternenplatz', '1200 Notariat'],
    );
    await change(number, { version: 2, addressId: ids.address('Kanzlei'), costCentreId: null });
    await assertRefused(change(number, { version: 3, addressId: ids.address('Notariat') }), {
      code: 'invalid',
      fields: [{ field: 'addressId', problem: 'unknown' }],
    });
  });

  it('that changes nothing writes nothing', async () => {
    const number = await boxes({ BOX_SMALL: 2 });
    const { order } = await orderOf(number);
    const same = {
      slot: '2026-11-30T10:00',
      addressId: order.address_id,
      costCentreId: '',
      reference: ' ',
      quantities: { BOX_SMALL: 2, BOX_LID: 0 },
    };
    const jobsBefore = await waitingJobs(database);
    assert.deepEqual(await change(number, same), { number, version: 1 });
    assert.equal((await orderOf(number)).events.length, 1);
    assert.deepEqual(await waitingJobs(database), jobsBefore);
  });

  it('counts once, however often the form is sent', async () => {
    const number = await pickup('2026-12-02T12:00');
    const input = { number, version: 1, key: 'the-same-form', slot: '2026-12-02T16:00', reference: 'x' };
    assert.deepEqual(await changeOrder(admin, input), { number, version: 2 });
    await assertUnchanged(database, async () => {
      assert.deepEqual(await changeOrder(admin, input), { number, version: 2 });
      await assertRefused(changeOrder(admin, { ...input, reference: 'y' }), { code: 'key-reused' });
      await assertRefused(changeOrder(admin, { ...input, version: 2 }), { code: 'key-reused' });
    });
    // also when it has been changed, or cancelled, since
    await change(number, { version: 2, reference: 'z' });
    assert.deepEqual(await changeOrder(admin, input), { number, version: 3 });
    await cancelOrder(admin, { number });
    assert.deepEqual(await changeOrder(admin, input), { number, version: 3 });
  });
});

describe('who may change what', () => {
  it('is for those who may order', async () => {
    const number = await pickup('2026-12-03T10:00');
    const without = { ...staff, grants: { isAdmin: false, rights: ['orders.cancel'] as const } };
    await assertUnchanged(database, () =>
      assertRefused(change(number, { reference: 'x' }, without), {
        code: 'forbidden',
        right: 'orders.place',
      }),
    );
    await change(number, { reference: 'x' }, staff);
    await change(number, { version: 2, reference: 'y' }, carrier);
  });

  it('finds no order of another firm, and nothing that is no number', async () => {
    const number = await pickup('2026-12-03T12:00');
    await assertUnchanged(database, async () => {
      await assertRefused(change(number, { reference: 'x' }, other), { code: 'not-found' });
      for (const wrong of [
        'A-2026-999999',
        number.toLowerCase(),
        `${number}\0`,
        '<script>',
        42,
        null,
        undefined,
      ]) {
        await assertRefused(change(wrong as string, { reference: 'x' }), { code: 'not-found' });
      }
    });
  });

  it('takes no address or cost centre of another firm, and none that serves another purpose', async () => {
    const number = await pickup('2026-12-03T14:00');
    const theirs = await idsOf(database, 'D100003');
    const [address] = await owner.sql<{ id: number }>(
      'select id from address where customer_id = $1 order by id limit 1',
      [other.customer.id],
    );
    const [centre] = await owner.sql<{ id: number }>(
      'select id from cost_centre where customer_id = $1 limit 1',
      [other.customer.id],
    );
    assert.ok(theirs && address);
    await assertUnchanged(database, async () => {
      await assertRefused(change(number, { addressId: address.id }), {
        code: 'invalid',
        fields: [{ field: 'addressId', problem: 'unknown' }],
      });
      if (centre)
        await assertRefused(change(number, { costCentreId: centre.id }), {
          code: 'invalid',
          fields: [{ field: 'costCentreId', problem: 'unknown' }],
        });
    });
  });

  it('is not possible for stamps and labels, nor for what is over', async () => {
    const stamps = await boxes({ STAMP_STD_20: 1 });
    const cancelled = await pickup('2026-12-03T16:00');
    await cancelOrder(admin, { number: cancelled });
    const done = await pickup('2026-12-04T10:00');
    await finishOrder(carrier, { number: done, status: 'completed' });
    await assertUnchanged(database, async () => {
      await assertRefused(change(stamps, { reference: 'x' }), { code: 'final-when-placed' });
      await assertRefused(change(cancelled, { reference: 'x' }), {
        code: 'already-cancelled',
        at: admin.now,
      });
      await assertRefused(change(done, { reference: 'x' }), {
        code: 'past-change-deadline',
        deadline: berlin('2026-12-03T16:00'),
      });
    });
  });

  it('refuses whatever cannot be meant, and changes no row', async () => {
    const number = await boxes({ BOX_SMALL: 1 });
    const texts = ["'", '<script>', '\u202e\0', '📮', 'x'.repeat(10_000), '-1', '1.5', '9'.repeat(30), '[]'];
    await assertUnchanged(database, async () => {
      for (const field of ['version', 'slot', 'addressId', 'costCentreId', 'key']) {
        for (const value of [...texts, {}, [], true, Number.NaN, 1e300]) {
          if (field === 'key' && value === '9'.repeat(30)) continue;
          const verb = change(number, { reference: 'x', [field]: value });
          await assert.rejects(verb, (error) => {
            assert.ok(error instanceof Refused, `${field}=${String(value).slice(0, 20)}: ${error}`);
            return true;
          });
        }
      }
      for (const value of ['x'.repeat(10_000), 7, {}, []]) {
        await assertRefused(change(number, { reference: value }), 'invalid');
        await assertRefused(change(number, { driverHint: value }), 'invalid');
      }
      for (const quantities of [
        {},
        { BOX_SMALL: 0 },
        { BOX_SMALL: -1 },
        { BOX_SMALL: 1.5 },
        { BOX_SMALL: 1_000_000 },
        { NO_SUCH_THING: 1 },
        { STAMP_STD_20: 1 },
        { "'": 1 },
        { BOX_SMALL: '1' },
        'BOX_SMALL',
      ]) {
        await assertRefused(change(number, { quantities }), 'invalid');
      }
    });
    // a service has no basket
    await assertRefused(change(await pickup('2026-12-04T12:00'), { quantities: { PICKUP_EXTRA: 2 } }), {
      code: 'invalid',
      fields: [{ field: 'quantities', problem: 'unknown' }],
    });
  });
});

describe('places', () => {
  it('that are all taken refuse, and nothing is lost', async () => {
    const number = await pickup('2026-12-07T10:00', { reference: 'bleibt' });
    await leavePlaces(database, 'pickup', '2026-12-08T10:00', 0);
    await assertUnchanged(database, () =>
      assertRefused(change(number, { slot: '2026-12-08T10:00', reference: 'weg' }), { code: 'slot-full' }),
    );
    for (const slot of ['2026-12-05T10:00', '2026-11-23T10:00', '2026-12-24T09:00', '2030-01-01T10:00']) {
      await assertUnchanged(database, () =>
        assertRefused(change(number, { slot }), { code: 'slot-not-offered' }),
      );
    }
  });

  it('count as free for the order that has them: in a full window everything else can be changed', async () => {
    const slot = '2026-12-07T12:00';
    const number = await pickup(slot);
    await leavePlaces(database, 'pickup', slot, 0);
    const taken = await placesTaken(database, 'pickup', slot);
    await change(number, { slot, reference: 'x' });
    assert.equal(await placesTaken(database, 'pickup', slot), taken);
    // it can leave, and then has no better claim to come back than anybody else
    await change(number, { version: 2, slot: '2026-12-07T14:00' });
    assert.equal(await placesTaken(database, 'pickup', slot), taken - 1);
    await change(number, { version: 3, slot });
    assert.equal(await placesTaken(database, 'pickup', slot), taken);
  });

  it('stay promised when the window is no longer kept', async (t) => {
    const number = await pickup('2026-12-07T16:00');
    await owner.sql(
      "delete from time_window where pool = 'pickup-WEST' and weekday = 1 and starts = '16:00'",
    );
    t.after(() => owner.sql("insert into time_window values ('pickup-WEST', 1, '16:00', '18:00', 12)"));
    await change(number, { slot: '2026-12-07T16:00', reference: 'x' });
    const { order } = await orderOf(number);
    assert.deepEqual(plain([order.service_date, order.window_ends]), ['2026-12-07', '18:00:00']);
  });

  it('that are the last ones go to one of two', async () => {
    const [first, second] = [await pickup('2026-12-09T10:00'), await pickup('2026-12-09T10:00')];
    const slot = '2026-12-09T12:00';
    await leavePlaces(database, 'pickup', slot, 1);
    const before = await placesTaken(database, 'pickup', '2026-12-09T10:00');
    const lock = { sql: "select from slot where pool = 'pickup-WEST' for update" };
    const { done, failed } = outcomes(
      await allAtOnce(database, lock, [() => change(first, { slot }), () => change(second, { slot })]),
    );
    assert.equal(done.length, 1);
    assert.ok(failed[0] instanceof Refused && failed[0].refusal.code === 'slot-full');
    assert.equal(await placesTaken(database, 'pickup', '2026-12-09T10:00'), before - 1);
    assert.equal(await placesTaken(database, 'pickup', slot), 12);
  });

  it('are changed in opposite directions without anybody waiting for ever', async () => {
    const [one, two] = ['2026-12-10T10:00', '2026-12-10T12:00'] as const;
    const forth = await Promise.all(Array.from({ length: 4 }, () => pickup(one)));
    const back = await Promise.all(Array.from({ length: 4 }, () => pickup(two)));
    const moves = [
      ...forth.map((number) => () => change(number, { slot: two })),
      ...back.map((number) => () => change(number, { slot: one })),
    ];
    const results = await Promise.allSettled(moves.map((move) => move()));
    assert.deepEqual(outcomes(results).failed, []);
    assert.deepEqual(
      [await placesTaken(database, 'pickup', one), await placesTaken(database, 'pickup', two)],
      [4, 4],
    );
  });
});

describe('two at once', () => {
  it('change an order once: the second is told, and both versions are right', async () => {
    const number = await pickup('2026-12-11T10:00');
    const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
    const { done, failed } = outcomes(
      await allAtOnce(database, lock, [
        () => change(number, { slot: '2026-12-11T12:00' }),
        () => change(number, { slot: '2026-12-11T14:00', reference: 'zweite' }),
      ]),
    );
    assert.deepEqual(done, [{ number, version: 2 }]);
    assert.ok(failed[0] instanceof Refused && failed[0].refusal.code === 'stale');
    const { order, events } = await orderOf(number);
    assert.equal(events.length, 2);
    const slots = ['2026-12-11T10:00', '2026-12-11T12:00', '2026-12-11T14:00'];
    const taken = await Promise.all(slots.map((slot) => placesTaken(database, 'pickup', slot)));
    assert.equal(
      taken.reduce((sum, places) => sum + places, 0),
      1,
    );
    assert.equal(
      await placesTaken(
        database,
        'pickup',
        `${order.service_date}T${order.window_starts.toString().slice(0, 5)}`,
      ),
      1,
    );
  });

  it('may be a change and a cancellation: whoever comes second meets the other’s result', async () => {
    const [from, to] = ['2026-12-14T10:00', '2026-12-14T12:00'] as const;
    for (let round = 0; round < 5; round += 1) {
      const number = await pickup(from);
      const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
      const results = await allAtOnce<string>(database, lock, [
        () => change(number, { slot: to }).then(() => 'changed'),
        () => cancelOrder(admin, { number }).then(() => 'cancelled'),
      ]);
      const { done, failed } = outcomes(results);
      // changed and then cancelled, or cancelled and then not to be changed any more
      assert.ok(done.includes('cancelled'));
      assert.ok(
        failed.every((error) => error instanceof Refused && error.refusal.code === 'already-cancelled'),
      );
      assert.equal((await orderOf(number)).order.status, 'cancelled');
      assert.deepEqual(
        [await placesTaken(database, 'pickup', from), await placesTaken(database, 'pickup', to)],
        [0, 0],
      );
    }
  });

  it('send the same form: one change, one answer', async () => {
    const number = await pickup('2026-12-15T10:00');
    const input = { number, version: 1, key: 'double-click', slot: '2026-12-15T12:00' };
    const results = await Promise.allSettled([
      changeOrder(admin, input),
      changeOrder(admin, input),
      changeOrder(admin, input),
    ]);
    assert.deepEqual(
      results.map((one) => (one.status === 'fulfilled' ? one.value : one.reason)),
      Array.from({ length: 3 }, () => ({ number, version: 2 })),
    );
    assert.equal((await orderOf(number)).versions.length, 1);
  });
});

describe('the database', () => {
  const work = (number: string, sql: string) =>
    db.transaction(admin.customer.id, (tx) => tx.sql(sql, [number]));

  it('lets no promise change without keeping the one before', async () => {
    const number = await pickup('2026-12-16T10:00');
    const stamps = await boxes({ STAMP_STD_20: 1 });
    const attempts: [string, string][] = [
      [number, "update service_order set reference = 'x' where number = $1"],
      [number, 'update service_order set gross_cents = 1 where number = $1'],
      [number, 'update service_order set version = version + 2 where number = $1'],
      [number, 'update service_order set version = version - 1 where number = $1'],
      // a version without lines
      [number, "update service_order set version = 2, reference = 'x' where number = $1"],
      [stamps, "update service_order set version = 2, reference = 'x' where number = $1"],
      [
        number,
        "update service_order set version = 2, reference = 'x', status = 'completed' where number = $1",
      ],
    ];
    await assertUnchanged(database, async () => {
      for (const [of, sql] of attempts) await assert.rejects(work(of, sql), { code: '23514' }, sql);
      for (const sql of [
        'delete from order_line where order_id = (select id from service_order where number = $1)',
        'update order_line set quantity = 9 where order_id = (select id from service_order where number = $1)',
        'delete from order_version where order_id = (select id from service_order where number = $1)',
        "insert into order_version select id, 9, customer_id, '{}', '[]' from service_order where number = $1",
      ]) {
        await assert.rejects(work(number, sql), { code: '42501' }, sql);
      }
    });
  });
});
