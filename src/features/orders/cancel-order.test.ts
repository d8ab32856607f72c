import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { goodsInput, idsOf, pickupInput, placesTaken } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { Refused } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { openOrderLines } from '../invoices/charges/queries.ts';
import { bookPickup } from '../pickups/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { finishOrder } from './finish-order.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const staff = await ctxFor({ db, jobs, user: 'mitarbeit' });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const carrier = carrierCtx({ db, jobs, customer: admin.customer });

async function pickup(slot = '2026-11-30T10:00', ctx: CustomerCtx = admin): Promise<string> {
  const [order] = await bookPickup(ctx, pickupInput(ids, { slot }));
  assert.ok(order);
  return order.number;
}
async function goods(quantities: Record<string, number>): Promise<string> {
  const [order] = await placeGoodsOrder(admin, goodsInput(ids, quantities));
  assert.ok(order);
  return order.number;
}
const stateOf = async (number: string) => {
  const [row] = await owner.all(
    query
      .selectFrom('service_order')
      .select(['id', 'status', 'cancelled_at', 'completed_at'])
      .where('number', '=', number),
  );
  assert.ok(row);
  const events = await owner.all(
    query
      .selectFrom('order_event')
      .select(['kind', 'person_id', 'at'])
      .where('order_id', '=', row.id)
      .orderBy('id'),
  );
  return { ...row, events };
};
const lockSlots = { sql: "select from slot where pool = 'pickup-WEST' for update" };

describe('cancelling an order', () => {
  it('gives its place back, and writes down who did it and when', async () => {
    const number = await pickup('2026-12-01T10:00', staff);
    const before = await waitingJobs(database);
    const now = berlin('2026-11-24T08:15:30');
    assert.deepEqual(await cancelOrder({ ...admin, now }, { number }), { number });

    const state = await stateOf(number);
    const adminId = admin.actor.kind === 'person' ? admin.actor.personId : undefined;
    const staffId = staff.actor.kind === 'person' ? staff.actor.personId : undefined;
    assert.equal(state.status, 'cancelled');
    assert.equal(`${state.cancelled_at}`, `${now}`);
    assert.deepEqual(
      state.events.map(({ kind, person_id, at }) => [kind, person_id, `${at}`]),
      [
        ['placed', staffId, `${staff.now}`],
        ['cancelled', adminId, `${now}`],
      ],
    );
    assert.equal(await placesTaken(database, 'pickup', '2026-12-01T10:00'), 0);
    const [entry] = await owner.all(
      query
        .selectFrom('audit_entry')
        .select(['customer_id', 'actor_kind', 'person_id', 'object', 'before', 'after'])
        .where('action', '=', 'order.cancel')
        .where('object', '=', number),
    );
    assert.deepEqual(entry, {
      customer_id: admin.customer.id,
      actor_kind: 'person',
      person_id: adminId,
      object: number,
      before: { status: 'placed' },
      after: { status: 'cancelled' },
    });
    assert.deepEqual((await waitingJobs(database)).slice(before.length), [
      { name: 'mail.order-cancelled', data: { customerId: admin.customer.id, number, personId: adminId } },
    ]);
  });

  it('is for those who may cancel', async () => {
    const number = await pickup('2026-12-01T12:00', staff);
    await assertUnchanged(database, () =>
      assertRefused(cancelOrder(staff, { number }), { code: 'forbidden', right: 'orders.cancel' }),
    );
    // the right is enough, whoever ordered
    const allowed = { ...staff, grants: { isAdmin: false, rights: ['orders.cancel'] as const } };
    await cancelOrder(allowed, { number });
  });

  it('finds no order of another firm, and nothing that is no number', async () => {
    const number = await pickup('2026-12-01T14:00');
    const inputs = [
      { number: 'A-2026-999999' },
      { number: number.toLowerCase() },
      { number: ` ${number}` },
      { number: `${number}\0` },
      { number: `${number}' or '1'='1` },
      { number: '<script>' },
      { number: 'A'.repeat(10_000) },
      { number: 42 },
      { number: null },
      { number: [number] },
      {},
      null,
      undefined,
      number,
    ];
    await assertUnchanged(database, async () => {
      await assertRefused(cancelOrder(other, { number }), { code: 'not-found' });
      for (const input of inputs) await assertRefused(cancelOrder(admin, input), { code: 'not-found' });
    });
  });

  it('is not possible for stamps and labels, which are final from the start', async () => {
    const number = await goods({ STAMP_STD_20: 1 });
    await assertUnchanged(database, () =>
      assertRefused(cancelOrder(admin, { number }), { code: 'final-when-placed' }),
    );
    await assertRefused(cancelOrder(carrier, { number }), { code: 'final-when-placed' });
  });

  it('is possible for the boxes of a basket whose stamps are final', async () => {
    const [stamps, boxes] = await placeGoodsOrder(admin, goodsInput(ids, { STAMP_STD_20: 1, BOX_SMALL: 1 }));
    await assertRefused(cancelOrder(admin, { number: stamps?.number }), 'final-when-placed');
    const taken = await placesTaken(database, 'delivery', '2026-11-30T10:00');
    await cancelOrder(admin, { number: boxes?.number });
    assert.equal(await placesTaken(database, 'delivery', '2026-11-30T10:00'), taken - 1);
    assert.equal((await stateOf(stamps?.number ?? '')).status, 'placed');
  });

  it('refuses a second time with the time of the first', async () => {
    const number = await pickup('2026-12-01T16:00');
    await cancelOrder(admin, { number });
    await assertUnchanged(database, () =>
      assertRefused(cancelOrder({ ...admin, now: admin.now.add({ hours: 1 }) }, { number }), {
        code: 'already-cancelled',
        at: admin.now,
      }),
    );
  });

  it('happens once when two do it at once', async () => {
    const slot = '2026-12-02T10:00';
    const number = await pickup(slot);
    await pickup(slot);
    const before = (await waitingJobs(database)).length;
    const both = await allAtOnce(database, lockSlots, [
      () => cancelOrder(admin, { number }),
      () => cancelOrder(admin, { number }),
    ]);
    const { done, failed } = outcomes(both);
    assert.equal(done.length, 1);
    assert.ok(failed[0] instanceof Refused && failed[0].refusal.code === 'already-cancelled');
    assert.equal(await placesTaken(database, 'pickup', slot), 1);
    assert.deepEqual(
      (await stateOf(number)).events.map(({ kind }) => kind),
      ['placed', 'cancelled'],
    );
    assert.equal((await waitingJobs(database)).length, before + 1);
  });

  it('and carrying it out exclude each other', async () => {
    const number = await pickup('2026-12-02T12:00');
    const lock = { sql: 'select from service_order where number = $1 for update', values: [number] };
    const both = await allAtOnce(database, lock, [
      () => cancelOrder(admin, { number }).then(() => 'cancelled'),
      () => finishOrder(carrier, { number, status: 'completed' }).then(() => 'completed'),
    ]);
    const { done, failed } = outcomes(both);
    assert.equal(failed.length, 1);
    assert.equal((await stateOf(number)).status, done[0]);
  });
});

describe('recording what became of an order', () => {
  for (const status of ['completed', 'failed'] as const) {
    it(`writes down ${status}, and keeps the place`, async () => {
      const slot = status === 'completed' ? '2026-12-03T10:00' : '2026-12-03T12:00';
      const number = await pickup(slot);
      const now = berlin(slot).add({ hours: 3 });
      const end = status === 'failed' ? { number, status, reason: 'not-met' as const } : { number, status };
      await finishOrder({ ...carrier, now }, end);
      const state = await stateOf(number);
      assert.equal(state.status, status);
      assert.equal(`${state.completed_at}`, status === 'completed' ? `${now}` : 'null');
      assert.deepEqual(state.events.map(({ kind, person_id }) => [kind, person_id]).at(-1), [status, null]);
      assert.equal(await placesTaken(database, 'pickup', slot), 1);
      const [entry] = await owner.all(
        query
          .selectFrom('audit_entry')
          .select(['actor_kind', 'person_id', 'before', 'after'])
          .where('action', '=', `order.${status}`)
          .where('object', '=', number),
      );
      assert.deepEqual(entry, {
        actor_kind: 'carrier',
        person_id: null,
        before: { status: 'placed' },
        after: status === 'failed' ? { status, reason: 'not-met' } : { status },
      });
    });
  }

  it('says whether the firm pays: for a trip in vain by its own fault, and for none of the carrier’s', async () => {
    for (const [slot, reason, isCharged] of [
      ['2026-12-07T10:00', 'not-ready', true],
      ['2026-12-07T12:00', 'vehicle', false],
    ] as const) {
      const number = await pickup(slot);
      await finishOrder(
        { ...carrier, now: berlin(slot).add({ hours: 3 }) },
        { number, status: 'failed', reason },
      );
      const rows = await owner.sql<{ is_charged: boolean; reason: string }>(
        `select is_charged, reason from order_outcome
         where order_id = (select id from service_order where number = $1)`,
        [number],
      );
      assert.deepEqual(rows, [{ is_charged: isCharged, reason }]);
      const charged = await database.app.transaction(admin.customer.id, (tx) =>
        openOrderLines(tx, Temporal.PlainDate.from('2026-12-31')),
      );
      assert.equal(
        charged.some((line) => line.number === number),
        isCharged,
      );
    }
  });

  it('is for the carrier alone; for anybody else there is nothing here', async () => {
    const number = await pickup('2026-12-03T14:00');
    await assertUnchanged(database, () =>
      assertRefused(finishOrder(admin, { number, status: 'completed' }), { code: 'not-found' }),
    );
  });

  it('finds only orders of the firm that it acts for, and only those that have not ended', async () => {
    const number = await pickup('2026-12-03T16:00');
    const elsewhere = carrierCtx({ db, jobs, customer: other.customer });
    await assertUnchanged(database, async () => {
      await assertRefused(finishOrder(elsewhere, { number, status: 'completed' }), { code: 'not-found' });
      await assertRefused(
        finishOrder(carrier, { number: 'A-2026-999999', status: 'failed', reason: 'not-met' }),
        'not-found',
      );
    });
    await cancelOrder(admin, { number });
    await assertUnchanged(database, () =>
      assertRefused(finishOrder(carrier, { number, status: 'completed' }), { code: 'not-found' }),
    );
  });

  it('ends what may be cancelled', async () => {
    const number = await pickup('2026-12-04T10:00');
    await finishOrder(carrier, { number, status: 'failed', reason: 'not-met' });
    await assertUnchanged(database, () =>
      assertRefused(cancelOrder(admin, { number }), {
        code: 'past-deadline',
        deadline: berlin('2026-12-03T16:00'),
      }),
    );
    await assertRefused(finishOrder(carrier, { number, status: 'completed' }), 'not-found');
  });
});
