import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { idsOf, pickupInput } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import type { StaffRole } from '../../domain/staff-roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { query } from '../../platform/db/database.ts';
import { cancelOrder } from '../orders/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { markUnconfirmed } from './mark-unconfirmed.ts';
import { takeStep } from './take-step.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });

const NOON = berlin('2026-11-30T11:00');
const clerkAt = (now = NOON, name = 'Carla Clerk', roles: StaffRole[] = ['dispatch']): Ctx => ({
  ...carrierCtx({ db, jobs, now }),
  actor: { kind: 'carrier', name, staffId: 7, roles },
});
const clerk = clerkAt();

/** A pickup of Monday, 30 November, 10 to 12. */
async function pickup(): Promise<string> {
  // not about places, which every test would use up
  await owner.sql('update slot set booked = 0');
  const [order] = await bookPickup(admin, pickupInput(ids));
  assert.ok(order);
  return order.number;
}
const stateOf = async (number: string) => {
  const [row] = await owner.all(query.selectFrom('service_order').selectAll().where('number', '=', number));
  assert.ok(row);
  const [outcome] = await owner.all(
    query.selectFrom('order_outcome').selectAll().where('order_id', '=', row.id),
  );
  const events = await owner.all(
    query.selectFrom('order_event').select('kind').where('order_id', '=', row.id).orderBy('id'),
  );
  return { ...row, outcome, events: events.map(({ kind }) => kind) };
};
const one = (number: string, version = 1) => [{ number, version }];
const refusalsOf = ({ refused }: Awaited<ReturnType<typeof takeStep>>) =>
  refused.map(({ refusal }) => refusal.code);

describe('the steps of a service', () => {
  it('lead from the order to its end, each with its history and who did it', async () => {
    const number = await pickup();
    await takeStep(clerk, { step: 'accept', orders: one(number) });
    await takeStep(clerk, { step: 'assign', orders: one(number, 2), tour: 'Mitte 3', driver: 'Jo' });
    const assigned = await stateOf(number);
    assert.deepEqual(
      [assigned.status, `${assigned.accepted_at}`, assigned.tour, assigned.driver, assigned.desk_version],
      ['placed', `${NOON}`, 'Mitte 3', 'Jo', 3],
    );
    const done = await takeStep(clerk, {
      step: 'complete',
      orders: one(number, 3),
      time: '10:32',
      pieces: '120',
      boxesIn: '3',
      note: 'am Tor',
    });
    assert.deepEqual(done, { done: [number], refused: [] });
    const state = await stateOf(number);
    assert.equal(state.status, 'completed');
    assert.equal(`${state.completed_at}`, `${berlin('2026-11-30T10:32')}`);
    assert.deepEqual(state.events, ['placed', 'accepted', 'assigned', 'completed']);
    const { outcome } = state;
    assert.deepEqual(
      [
        outcome?.kind,
        outcome?.pieces,
        outcome?.boxes_in,
        outcome?.boxes_out,
        outcome?.note,
        outcome?.is_charged,
      ],
      ['completed', 120, 3, null, 'am Tor', true],
    );
    const entries = await owner.all(
      query
        .selectFrom('audit_entry')
        .select(['action', 'customer_id', 'staff_id', 'actor_name'])
        .where('object', '=', number)
        .where('actor_kind', '=', 'carrier')
        .orderBy('id'),
    );
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['order.accepted', 'order.assigned', 'order.completed'],
    );
    assert.ok(
      entries.every(
        (entry) =>
          entry.customer_id === admin.customer.id &&
          entry.staff_id === 7 &&
          entry.actor_name === 'Carla Clerk',
      ),
    );
  });

  it('are for dispatch, and nothing at all for customers', async () => {
    const number = await pickup();
    await assertUnchanged(database, async () => {
      const input = { step: 'accept', orders: one(number) };
      await assertRefused(takeStep(admin, input), 'not-found');
      await assertRefused(takeStep(clerkAt(NOON, 'Bo', ['billing', 'care']), input), {
        code: 'staff-role-required',
        role: 'dispatch',
      });
    });
  });

  it('tell the second clerk what the first one did', async () => {
    const number = await pickup();
    const settled = await allAtOnce(
      database,
      { sql: 'select from service_order where number = $1 for update', values: [number] },
      ['Carla Clerk', 'Dieter Disponent'].map(
        (name) => () => takeStep(clerkAt(NOON, name), { step: 'complete', orders: one(number) }),
      ),
    );
    const { done } = outcomes(settled);
    const winner = done.find((result) => result.done.length === 1);
    const loser = done.find((result) => result.refused.length === 1);
    assert.ok(winner && loser);
    const [refused] = loser.refused;
    assert.equal(refused?.refusal.code, 'step-taken');
    const { outcome } = await stateOf(number);
    assert.equal(refused?.refusal.code === 'step-taken' && refused.refusal.by, outcome?.clerk_name);
  });

  it('are taken with many at once; one that is refused keeps no other back', async () => {
    const numbers = [await pickup(), await pickup(), await pickup()];
    const [first = '', second = '', third = ''] = numbers;
    await takeStep(clerk, { step: 'complete', orders: one(second) });
    const result = await takeStep(clerk, {
      step: 'complete',
      orders: [...one(first), ...one(second, 2), ...one(third, 9), ...one('A-2026-999999')],
    });
    assert.deepEqual(result.done, [first]);
    assert.deepEqual(refusalsOf(result), ['step-impossible', 'step-taken', 'not-found']);
  });

  it('cannot be taken with what the firm cancelled meanwhile', async () => {
    const number = await pickup();
    await cancelOrder({ ...admin, now: berlin('2026-11-24T09:00') }, { number });
    assert.deepEqual(refusalsOf(await takeStep(clerk, { step: 'complete', orders: one(number) })), [
      'step-impossible',
    ]);
  });

  it('do not end before the day, nor in the future', async () => {
    const number = await pickup();
    const early = clerkAt(berlin('2026-11-29T23:59:59'));
    assert.deepEqual(refusalsOf(await takeStep(early, { step: 'complete', orders: one(number) })), [
      'not-yet-due',
    ]);
    const input = { step: 'complete', orders: one(number), time: '11:01' };
    assert.deepEqual(refusalsOf(await takeStep(clerk, input)), ['invalid']);
    assert.deepEqual((await takeStep(clerk, { ...input, time: '11:00' })).done, [number]);
  });

  it('are taken back on the same day', async () => {
    const number = await pickup();
    await takeStep(clerk, { step: 'complete', orders: one(number) });
    const late = clerkAt(berlin('2026-12-01T00:00'));
    assert.deepEqual(refusalsOf(await takeStep(late, { step: 'undo', orders: one(number, 2) })), [
      'undo-too-late',
    ]);
    const before = (await waitingJobs(database)).length;
    await takeStep(clerkAt(berlin('2026-11-30T23:59:59')), { step: 'undo', orders: one(number, 2) });
    const state = await stateOf(number);
    assert.deepEqual([state.status, state.completed_at, state.outcome], ['placed', null, undefined]);
    assert.equal(state.events.at(-1), 'reopened');
    assert.equal((await waitingJobs(database)).length, before);
  });

  it('fail with a reason that says who pays, and tell the firm at once; taking it back as well', async () => {
    for (const [reason, isCharged] of [
      ['not-met', true],
      ['vehicle', false],
    ] as const) {
      const number = await pickup();
      const before = (await waitingJobs(database)).length;
      await takeStep(clerk, { step: 'fail', orders: one(number), reason, note: 'x' });
      const { status, outcome } = await stateOf(number);
      assert.deepEqual([status, outcome?.reason, outcome?.is_charged], ['failed', reason, isCharged]);
      await takeStep(clerk, { step: 'undo', orders: one(number, 2) });
      assert.deepEqual((await waitingJobs(database)).slice(before), [
        { name: 'mail.order-failed', data: { customerId: admin.customer.id, number } },
        { name: 'mail.order-reopened', data: { customerId: admin.customer.id, number } },
      ]);
    }
  });

  it('say which field is wrong, whatever comes', async () => {
    const number = await pickup();
    const wrong = (changes: Record<string, unknown>, field: string, problem: string, limit?: number) =>
      assertRefused(takeStep(clerk, { step: 'complete', orders: one(number), ...changes }), {
        code: 'invalid',
        fields: [{ field, problem, ...(limit === undefined ? {} : { limit }) } as never],
      });
    await assertUnchanged(database, async () => {
      await wrong({ step: 'dance' }, 'step', 'unknown');
      await wrong({ orders: [] }, 'orders', 'nothing-chosen');
      await wrong({ step: 'assign', tour: ' ' }, 'tour', 'required');
      await wrong({ step: 'assign', tour: 'x'.repeat(41) }, 'tour', 'too-long', 40);
      // the catalogue says which tours there are, to the letter
      for (const tour of ['Mitte', 'mitte 3', 'Mitte 3;', "' or true --", '-', '🚚', '\u202eMitte 3\u202c x'])
        await wrong({ step: 'assign', tour }, 'tour', 'unknown');
      await wrong({ step: 'fail' }, 'reason', 'required');
      await wrong({ step: 'fail', reason: 'unconfirmed' }, 'reason', 'unknown');
      await wrong({ time: '25:00' }, 'time', 'not-a-time');
      await wrong({ pieces: '-1' }, 'pieces', 'not-a-number');
      await wrong({ boxesIn: '10001' }, 'boxesIn', 'too-large', 10_000);
      await assertRefused(takeStep(clerk, { step: 'accept', orders: one(`${number}'`) }), 'invalid');
      await assertRefused(takeStep(clerk, null), 'invalid');
    });
  });
});

describe('a service that nobody confirmed', () => {
  it('counts as not carried out two hours after its window, once, and is not charged', async () => {
    const number = await pickup();
    await owner.sql(
      "update service_order set status = 'completed' where number <> $1 and status = 'placed'",
      [number],
    );
    const until = berlin('2026-11-30T14:00');
    assert.equal(await markUnconfirmed(carrierCtx({ db, jobs, now: until })), 0);
    const before = (await waitingJobs(database)).length;
    const now = until.add({ seconds: 1 });
    const marked = await Promise.all([1, 2, 3].map(() => markUnconfirmed(carrierCtx({ db, jobs, now }))));
    assert.deepEqual(marked.toSorted(), [0, 0, 1]);
    const { status, outcome, events } = await stateOf(number);
    assert.deepEqual(
      [status, outcome?.reason, outcome?.at_fault, outcome?.is_charged],
      ['failed', 'unconfirmed', 'carrier', false],
    );
    assert.deepEqual(events, ['placed', 'failed']);
    assert.equal((await waitingJobs(database)).length, before + 1);
    // a clerk knows better, and says so on the same day
    const later = clerkAt(berlin('2026-11-30T17:00'));
    await takeStep(later, { step: 'undo', orders: one(number, 2) });
    await takeStep(later, { step: 'complete', orders: one(number, 3), time: '11:50' });
    assert.equal((await stateOf(number)).status, 'completed');
  });

  it('waits for the desk where the service says so', async () => {
    const number = await pickup();
    await owner.sql('update service set unconfirmed_after_minutes = null');
    const now = berlin('2026-12-24T12:00');
    assert.equal(await markUnconfirmed(carrierCtx({ db, jobs, now })), 0);
    assert.equal((await stateOf(number)).status, 'placed');
    await owner.sql('update service set unconfirmed_after_minutes = 120');
  });
});
