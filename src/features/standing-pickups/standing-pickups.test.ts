import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { berlin } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { type TestDatabase, testDatabase } from '../../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../../test/support/jobs.ts';
import { idsOf, leavePlaces, placesTaken } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { findCarrier } from '../../platform/carrier/carrier.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { cancelOrder, changeOrder } from '../orders/index.ts';
import { addDate, moveDate, restoreDate, skipDate } from './change-date.ts';
import { changePlan } from './change-plan.ts';
import { extendHandlers } from './extend-plans.ts';
import { endPlan, pausePlan, removePause } from './pause-plan.ts';
import { planInput } from './plans.fixture.ts';
import { setUpPlan } from './set-up-plan.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs });
const staff = await ctxFor({ db, jobs, user: 'mitarbeit' });
const other = await ctxFor({ db, jobs, customer: 'D100003' });
const carrier = (await findCarrier(db)) ?? assert.fail('there is no carrier');
const at = (wall: string, ctx: CustomerCtx = admin) => ({ ...ctx, now: berlin(wall) });

const setUp = async (changes: Record<string, unknown> = {}, ctx: CustomerCtx = admin) =>
  (await setUpPlan(ctx, planInput(ids, changes))).number;
const form = (number: string, more: Record<string, unknown> = {}) => ({
  number,
  key: randomUUID(),
  ...more,
});
const terms = (changes: Record<string, unknown> = {}) => {
  const { key: _, validFrom: __, validUntil: ___, ...rest } = planInput(ids, changes);
  return rest;
};

/** The orders of a plan as text, by day: `2026-11-30T12:00 placed`. */
async function ordersOf(number: string, on: TestDatabase = database): Promise<string[]> {
  const rows = await on.owner.sql<{ told: string }>(
    `select to_char(o.service_date + o.window_starts, 'YYYY-MM-DD"T"HH24:MI') || ' ' || o.status as told
     from pickup_occurrence m join standing_pickup p on p.id = m.plan_id
     join service_order o on o.id = m.order_id
     where p.number = $1 order by o.service_date, o.window_starts`,
    [number],
  );
  return rows.map(({ told }) => told);
}
const orderOn = async (number: string, date: string) => {
  const [row] = await owner.sql<{ number: string }>(
    `select o.number from pickup_occurrence m join standing_pickup p on p.id = m.plan_id
     join service_order o on o.id = m.order_id where p.number = $1 and m.original_date = $2::date`,
    [number, date],
  );
  return row?.number ?? assert.fail(`no order on ${date}`);
};
const placed = (...slots: string[]) => slots.map((slot) => `${slot} placed`);
const revisionOf = async (number: string) =>
  (
    await owner.sql<{ revision: number }>('select revision from standing_pickup where number = $1', [number])
  )[0]?.revision ?? 0;

/** The night: all plans of all firms, as the jobs do it. */
async function night(wall: string, on = { db, jobs }): Promise<void> {
  const handlers = extendHandlers({ ...on, carrier, clock: () => berlin(wall) });
  const [all, one] = handlers;
  await all?.handle({}, randomUUID());
  const rows = await owner.sql<{ customerId: number; planId: number }>(
    'select customer_id as "customerId", plan_id as "planId" from running_standing_pickups($1::date)',
    [berlin(wall).toZonedDateTimeISO('Europe/Berlin').toPlainDate().toString()],
  );
  for (const row of rows) await one?.handle(row, randomUUID());
}

describe('setting up a standing pickup', () => {
  it('makes the dates of the next four weeks into orders, at their price, with their own deadlines', async () => {
    const waiting = (await waitingJobs(database)).length;
    const taken = await placesTaken(database, 'pickup-standing', '2026-11-30T12:00');
    const number = await setUp({ reference: 'Tagespost', expectedLetters: '80', expectedBoxes: '2' });
    assert.deepEqual(
      await ordersOf(number),
      placed(
        '2026-11-30T12:00',
        '2026-12-02T12:00',
        '2026-12-07T12:00',
        '2026-12-09T12:00',
        '2026-12-14T12:00',
        '2026-12-16T12:00',
        '2026-12-21T12:00',
      ),
    );
    const [order] = await owner.sql(
      `select service_code, net_cents, reference, particulars, address ->> 'street' as street,
         cancel_until::text, change_until::text, placed_by
       from service_order where number = $1`,
      [await orderOn(number, '2026-11-30')],
    );
    assert.deepEqual(order, {
      service_code: 'PICKUP_STANDING',
      net_cents: 450,
      reference: 'Tagespost',
      particulars: [
        { term: { de: 'Regelabholung', en: 'Standing pickup' }, value: { de: number, en: number } },
        { term: { de: 'Erwartete Sendungen', en: 'Expected letters' }, value: { de: '80', en: '80' } },
        { term: { de: 'Erwartete Kisten', en: 'Expected boxes' }, value: { de: '2', en: '2' } },
      ],
      street: 'Laternenplatz 4',
      cancel_until: '2026-11-29 15:00:00+00',
      change_until: '2026-11-29 15:00:00+00',
      placed_by: admin.actor.kind === 'person' ? admin.actor.personId : 0,
    });
    assert.equal(await placesTaken(database, 'pickup-standing', '2026-11-30T12:00'), taken + 1);
    // one letter about the plan, none for each order
    const letters = (await waitingJobs(database))
      .slice(waiting)
      .filter(({ name }) => name.startsWith('mail.'));
    assert.deepEqual(
      letters.map(({ name, data }) => [name, data.occasion, data.number]),
      [['mail.standing-pickup', 'set-up', number]],
    );
    const [entry] = await owner.sql(
      "select action, object from audit_entry where action like 'standing-pickup.%' order by id desc limit 1",
    );
    assert.deepEqual(entry, { action: 'standing-pickup.set-up', object: number });
  });

  it('is one plan however often its form is sent', async () => {
    const input = planInput(ids, { window: '13:00' });
    const first = await setUpPlan(admin, input);
    await assertUnchanged(database, async () => {
      assert.equal((await setUpPlan(admin, input)).number, first.number);
      await assertRefused(setUpPlan(admin, { ...input, reference: 'x' }), 'key-reused');
    });
  });

  it('begins three business days ahead at the earliest', async () => {
    // Monday: Thursday. Friday: Wednesday. Christmas Eve and the days after it are none.
    for (const [now, late, early] of [
      ['2026-11-23T10:00', '2026-11-25', '2026-11-26'],
      ['2026-11-27T23:59:59', '2026-12-01', '2026-12-02'],
      ['2026-12-23T10:00', '2026-12-29', '2026-12-30'],
    ] as const) {
      await assertUnchanged(database, () =>
        assertRefused(setUpPlan(at(now), planInput(ids, { validFrom: late })), {
          code: 'invalid',
          fields: [{ field: 'validFrom', problem: 'not-offered' }],
        }),
      );
      await setUp({ validFrom: early, window: '17:00' }, at(now));
    }
  });

  it('is for those who may order, with what is the firm’s own and what is offered', async () => {
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    const foreign = await idsOf(database, 'D100003');
    await assertUnchanged(database, async () => {
      await assertRefused(setUpPlan(nobody, planInput(ids)), { code: 'forbidden', right: 'orders.place' });
      for (const [field, value, problem] of [
        ['addressId', foreign.address('Lager'), 'unknown'],
        ['costCentreId', foreign.costCentre('P-10'), 'unknown'],
        ['weekdays', [], 'nothing-chosen'],
        ['weekdays', ['6'], 'not-offered'],
        ['window', '11:00', 'not-offered'],
        ['window', '12:30', 'not-offered'],
        ['validUntil', '2026-11-29', 'not-offered'],
        ['validFrom', '2028-01-10', 'not-offered'],
        ['validFrom', '2026-02-30', 'not-a-date'],
        ['expectedLetters', '0', 'too-small'],
        ['expectedBoxes', '1001', 'too-large'],
      ] as const) {
        const refused = await setUpPlan(admin, planInput(ids, { [field]: value })).then(
          () => undefined,
          (error) => error.refusal,
        );
        assert.deepEqual(
          [refused?.code, refused?.fields?.[0]?.field.split('.')[0], refused?.fields?.[0]?.problem],
          ['invalid', field, problem],
          `${field} ${value}`,
        );
      }
    });
  });

  it('flags a date whose window is full, says so in the letter, and books it when a place becomes free', async (t) => {
    const full = await testDatabase(t);
    const its = { db: full.app, jobs: await testJobs(full) };
    const ctx = await ctxFor(its);
    await leavePlaces(full, 'pickup-standing', '2026-12-02T12:00', 0);
    const { number, kept } = await setUpPlan(ctx, planInput(await idsOf(full), { validUntil: '2026-12-07' }));
    assert.deepEqual(kept?.blocked.map(String), ['2026-12-02']);
    assert.deepEqual(await ordersOf(number, full), placed('2026-11-30T12:00', '2026-12-07T12:00'));
    const letter = (await waitingJobs(full)).find(({ name }) => name === 'mail.standing-pickup');
    assert.deepEqual(letter?.data.blocked, ['2026-12-02']);

    const [extend] = extendHandlers({ ...its, carrier, clock: () => berlin('2026-11-24T02:15') }).slice(1);
    const [plan] = await full.owner.sql<{ customerId: number; planId: number }>(
      'select customer_id as "customerId", id as "planId" from standing_pickup',
    );
    await extend?.handle(plan ?? {}, 'night-1');
    assert.equal((await ordersOf(number, full)).length, 2);
    await leavePlaces(full, 'pickup-standing', '2026-12-02T12:00', 1);
    await extend?.handle(plan ?? {}, 'night-2');
    assert.deepEqual(
      await ordersOf(number, full),
      placed('2026-11-30T12:00', '2026-12-02T12:00', '2026-12-07T12:00'),
    );
    const told = (await waitingJobs(full)).filter(({ name }) => name === 'mail.standing-pickup');
    assert.deepEqual(
      told.map(({ data }) => [data.occasion, data.blocked]),
      [
        ['set-up', ['2026-12-02']],
        ['freed', ['2026-12-02']],
      ],
    );
  });
});

describe('the night', () => {
  it('makes each date into one order, however many processes are at it', async () => {
    const number = await setUp({ weekdays: ['2'], window: '14:00', validFrom: '2026-12-01' });
    const before = await ordersOf(number);
    await night('2026-12-05T02:15');
    const after = await ordersOf(number);
    assert.deepEqual(after.slice(0, before.length), before);
    assert.equal(after.at(-1), '2026-12-29T14:00 placed');
    await assertUnchanged(database, async () => {
      // the queue's own rows change; what counts are the orders
      const count = await ordersOf(number);
      assert.deepEqual(count, after);
    });
    const [plan] = await owner.sql<{ customerId: number; planId: number }>(
      'select customer_id as "customerId", id as "planId" from standing_pickup where number = $1',
      [number],
    );
    const twice = [1, 2, 3].map(
      () => () =>
        extendHandlers({ db, jobs, carrier, clock: () => berlin('2026-12-12T02:15') })[1]?.handle(
          plan ?? {},
          randomUUID(),
        ) ?? Promise.reject(new Error('no handler')),
    );
    const settled = await allAtOnce(
      database,
      { sql: 'select from standing_pickup where number = $1 for update', values: [number] },
      twice,
    );
    assert.deepEqual(outcomes(settled).failed, []);
    const [row] = await owner.sql(
      `select count(*)::int as orders, count(distinct service_date)::int as days from service_order o
       join pickup_occurrence m on m.order_id = o.id where m.plan_id = $1`,
      [plan?.planId],
    );
    assert.deepEqual(row, { orders: 6, days: 6 });
    assert.equal(await placesTaken(database, 'pickup-standing', '2027-01-05T14:00'), 1);
  });

  it('leaves alone what the customer did to single orders', async () => {
    const number = await setUp({ weekdays: ['4'], window: '15:00', validFrom: '2026-12-03' });
    await cancelOrder(admin, { number: await orderOn(number, '2026-12-10') });
    const moved = await orderOn(number, '2026-12-17');
    await changeOrder(admin, { number: moved, version: 1, key: randomUUID(), slot: '2026-12-18T16:00' });
    await night('2026-11-25T02:15');
    assert.deepEqual(await ordersOf(number), [
      '2026-12-03T15:00 placed',
      '2026-12-10T15:00 cancelled',
      '2026-12-18T16:00 placed',
    ]);
  });

  it('places nothing for a date whose order deadline has passed', async () => {
    const number = await setUp({ weekdays: ['5'], window: '16:00', validFrom: '2027-01-15' });
    assert.deepEqual(await ordersOf(number), []);
    await night('2027-01-14T16:00:01');
    assert.deepEqual(
      await ordersOf(number),
      placed('2027-01-22T16:00', '2027-01-29T16:00', '2027-02-05T16:00'),
    );
  });
});

describe('a single date', () => {
  it('is skipped until 16:00 sharp on the day before, and taken up again', async () => {
    const number = await setUp({ validUntil: '2026-12-09', window: '16:00' });
    const slot = '2026-12-02T16:00';
    const taken = await placesTaken(database, 'pickup-standing', slot);
    const skip = (wall: string) => skipDate(at(wall), form(number, { date: '2026-12-02' }));
    await assertUnchanged(database, () => assertRefused(skip('2026-12-01T16:00:01'), 'past-deadline'));
    await skip('2026-12-01T16:00');
    assert.equal(await placesTaken(database, 'pickup-standing', slot), taken - 1);
    assert.ok((await ordersOf(number)).includes(`${slot} cancelled`));
    await assertRefused(skip('2026-12-01T16:00'), 'not-found');
    await assertRefused(
      restoreDate(at('2026-12-01T16:00:01'), form(number, { date: '2026-12-02' })),
      'slot-not-offered',
    );
    await restoreDate(at('2026-12-01T15:59:59'), form(number, { date: '2026-12-02' }));
    assert.ok((await ordersOf(number)).includes(`${slot} placed`));
    assert.equal(await placesTaken(database, 'pickup-standing', slot), taken);
  });

  it('that was cancelled as an order can be taken up again as another one', async () => {
    const number = await setUp({ validUntil: '2026-11-30', window: '17:00', weekdays: ['1'] });
    await cancelOrder(admin, { number: await orderOn(number, '2026-11-30') });
    await night('2026-11-24T02:15');
    assert.deepEqual(await ordersOf(number), ['2026-11-30T17:00 cancelled']);
    await restoreDate(admin, form(number, { date: '2026-11-30' }));
    assert.deepEqual(await ordersOf(number), ['2026-11-30T17:00 placed']);
  });

  it('is moved with its place, and back', async () => {
    const number = await setUp({ validUntil: '2026-12-09', weekdays: ['3'], window: '12:00' });
    const order = await orderOn(number, '2026-12-02');
    const [from, to] = ['2026-12-02T12:00', '2026-12-04T13:00'] as const;
    const taken = await placesTaken(database, 'pickup-standing', from);
    await moveDate(admin, form(number, { date: '2026-12-02', slot: to }));
    assert.deepEqual(await ordersOf(number), placed(to, '2026-12-09T12:00'));
    assert.equal(await orderOn(number, '2026-12-02'), order, 'it stays the same order');
    assert.equal(await placesTaken(database, 'pickup-standing', from), taken - 1);
    const [row] = await owner.sql('select cancel_until::text, version from service_order where number = $1', [
      order,
    ]);
    assert.deepEqual(row, { cancel_until: '2026-12-03 15:00:00+00', version: 2 });
    await restoreDate(admin, form(number, { date: '2026-12-02' }));
    assert.deepEqual(await ordersOf(number), placed(from, '2026-12-09T12:00'));
  });

  it('is not moved or added to where the plan comes already, into a pause, onto a closed day, or too late', async () => {
    const number = await setUp({ weekdays: ['1', '3'], window: '12:00', validUntil: '2027-01-29' });
    await pausePlan(admin, form(number, { from: '2027-01-11', until: '2027-01-15', reason: '' }));
    await assertUnchanged(database, async () => {
      for (const [slot, refusal] of [
        ['2026-12-09T13:00', 'invalid'],
        ['2027-01-12T12:00', 'invalid'],
        ['2027-02-01T12:00', 'invalid'],
        ['2026-12-25T12:00', 'slot-not-offered'],
        ['2026-12-05T12:00', 'slot-not-offered'],
        ['2026-12-04T11:00', 'slot-not-offered'],
        ['2026-11-23T12:00', 'slot-not-offered'],
      ] as const) {
        await assertRefused(moveDate(admin, form(number, { date: '2026-12-02', slot })), refusal);
        await assertRefused(addDate(admin, form(number, { slot })), refusal);
      }
      await assertRefused(
        moveDate(at('2026-12-01T16:00:01'), form(number, { date: '2026-12-02', slot: '2026-12-04T12:00' })),
        'past-change-deadline',
      );
      await assertRefused(
        moveDate(admin, form(number, { date: '2026-12-03', slot: '2026-12-04T12:00' })),
        'not-found',
      );
    });
  });

  it('is added, and gone again when it is left out', async () => {
    const number = await setUp({ weekdays: ['1'], validUntil: '2026-12-04', window: '12:00' });
    await addDate(admin, form(number, { slot: '2026-12-03T14:00' }));
    assert.deepEqual(await ordersOf(number), placed('2026-11-30T12:00', '2026-12-03T14:00'));
    await skipDate(admin, form(number, { date: '2026-12-03' }));
    assert.deepEqual(await ordersOf(number), ['2026-11-30T12:00 placed', '2026-12-03T14:00 cancelled']);
  });

  it('finds its last place taken by somebody else, and nothing is lost', async () => {
    const number = await setUp({ weekdays: ['1'], validUntil: '2026-11-30', window: '13:00' });
    await leavePlaces(database, 'pickup-standing', '2026-12-04T15:00', 0);
    await assertUnchanged(database, () =>
      assertRefused(
        moveDate(admin, form(number, { date: '2026-11-30', slot: '2026-12-04T15:00' })),
        'slot-full',
      ),
    );
  });
});

describe('pausing', () => {
  it('cancels what lies in it, keeps the rest, and what is taken back comes again', async () => {
    const number = await setUp({ weekdays: ['1', '3'], validUntil: '2026-12-16', window: '15:00' });
    await pausePlan(
      admin,
      form(number, { from: '2026-12-02', until: '2026-12-09', reason: 'Betriebsferien' }),
    );
    assert.deepEqual(await ordersOf(number), [
      '2026-11-30T15:00 placed',
      '2026-12-02T15:00 cancelled',
      '2026-12-07T15:00 cancelled',
      '2026-12-09T15:00 cancelled',
      '2026-12-14T15:00 placed',
      '2026-12-16T15:00 placed',
    ]);
    const [pause] = await owner.sql<{ id: number }>('select max(id)::int as id from standing_pickup_pause');
    // by then it is too late for the second of December
    await removePause(at('2026-12-01T16:00:01'), form(number, { pause: `${pause?.id}` }));
    assert.deepEqual(await ordersOf(number), [
      '2026-11-30T15:00 placed',
      '2026-12-02T15:00 cancelled',
      ...placed('2026-12-07T15:00', '2026-12-09T15:00', '2026-12-14T15:00', '2026-12-16T15:00'),
    ]);
  });

  it('is planned for the year, as often as one likes, from the first day that is in time', async () => {
    const number = await setUp({ window: '14:00' });
    for (const [from, until] of [
      ['2026-12-23', '2027-01-03'],
      ['2027-03-29', '2027-04-09'],
      ['2027-07-05', '2027-07-23'],
      ['2027-12-23', '2028-01-02'],
    ])
      await pausePlan(admin, form(number, { from, until, reason: '' }));
    const late = (from: string) =>
      pausePlan(at('2026-11-29T16:00:01'), form(number, { from, until: '2026-12-03', reason: '' }));
    await assertUnchanged(database, async () => {
      await assertRefused(late('2026-11-30'), {
        code: 'invalid',
        fields: [{ field: 'from', problem: 'not-offered' }],
      });
      await assertRefused(
        pausePlan(admin, form(number, { from: '2026-12-03', until: '2026-12-02' })),
        'invalid',
      );
    });
    await late('2026-12-01');
  });
});

describe('changing and ending', () => {
  it('changes from a date on: the same orders in another window, new weekdays, no more the old ones', async () => {
    const number = await setUp({ weekdays: ['1', '3'], validUntil: '2026-12-16', window: '12:00' });
    const wednesday = await orderOn(number, '2026-12-09');
    await changePlan(
      admin,
      form(number, { ...terms({ weekdays: ['3', '5'], window: '16:00' }), from: '2026-12-07', revision: 1 }),
    );
    assert.deepEqual(await ordersOf(number), [
      '2026-11-30T12:00 placed',
      '2026-12-02T12:00 placed',
      '2026-12-07T12:00 cancelled',
      '2026-12-09T16:00 placed',
      '2026-12-11T16:00 placed',
      '2026-12-14T12:00 cancelled',
      '2026-12-16T16:00 placed',
    ]);
    assert.equal(await orderOn(number, '2026-12-09'), wednesday);
    await assertRefused(
      changePlan(admin, form(number, { ...terms(), from: '2026-12-07', revision: 1 })),
      'stale',
    );
  });

  it('keeps a date in its old window where the new one is full, and tells', async () => {
    const number = await setUp(
      { weekdays: ['4'], validFrom: '2027-02-04', validUntil: '2027-02-11', window: '12:00' },
      at('2027-01-18T10:00'),
    );
    await leavePlaces(database, 'pickup-standing', '2027-02-11T16:00', 0);
    const { kept } = await changePlan(
      at('2027-01-18T10:00'),
      form(number, { ...terms({ weekdays: ['4'], window: '16:00' }), from: '2027-02-04', revision: 1 }),
    );
    assert.deepEqual(kept?.blocked.map(String), ['2027-02-11']);
    assert.deepEqual(await ordersOf(number), placed('2027-02-04T16:00', '2027-02-11T12:00'));
    assert.equal(await placesTaken(database, 'pickup-standing', '2027-02-11T12:00'), 1);
    assert.equal(await placesTaken(database, 'pickup-standing', '2027-02-04T12:00'), 0);
  });

  it('does not change what can no longer be changed', async () => {
    const number = await setUp({ window: '12:00' });
    const answers = { ...terms({ window: '13:00' }), revision: 1 };
    await assertUnchanged(database, () =>
      assertRefused(
        changePlan(at('2026-12-01T16:00:01'), form(number, { ...answers, from: '2026-12-02' })),
        'invalid',
      ),
    );
    await changePlan(at('2026-12-01T16:00'), form(number, { ...answers, from: '2026-12-02' }));
    assert.ok((await ordersOf(number)).includes('2026-12-02T13:00 placed'));
  });

  it('ends: what lies after the last day is cancelled, nothing can be changed once it is over', async () => {
    const number = await setUp({ window: '17:00' });
    await endPlan(admin, form(number, { lastDate: '2026-12-02' }));
    assert.equal((await ordersOf(number)).filter((told) => told.endsWith('placed')).length, 2);
    await night('2026-11-25T02:15');
    assert.equal((await ordersOf(number)).filter((told) => told.endsWith('placed')).length, 2);
    await assertRefused(skipDate(at('2026-12-03T00:00'), form(number, { date: '2026-12-09' })), 'plan-ended');
    await assertRefused(endPlan(admin, form(number, { lastDate: '2026-12-03' })), 'invalid');
  });

  it('counts once, however often a form is sent', async () => {
    const number = await setUp({ window: '13:00', validUntil: '2026-12-02' });
    const sent = form(number, { date: '2026-12-02' });
    await skipDate(admin, sent);
    const before = await revisionOf(number);
    await skipDate(admin, sent);
    assert.equal(await revisionOf(number), before);
    await assertRefused(skipDate(admin, { ...sent, date: '2026-11-30' }), 'key-reused');
  });
});

describe('who may do what to a plan', () => {
  it('is a matter of rights, and of the firm', async () => {
    const number = await setUp({ window: '15:00' });
    const verbs = (ctx: CustomerCtx) => ({
      skip: () => skipDate(ctx, form(number, { date: '2026-12-02' })),
      pause: () => pausePlan(ctx, form(number, { from: '2026-12-02', until: '2026-12-02', reason: '' })),
      end: () => endPlan(ctx, form(number, { lastDate: '2026-12-02' })),
      move: () => moveDate(ctx, form(number, { date: '2026-12-02', slot: '2026-12-03T12:00' })),
      add: () => addDate(ctx, form(number, { slot: '2026-12-03T12:00' })),
      restore: () => restoreDate(ctx, form(number, { date: '2026-12-02' })),
      change: () => changePlan(ctx, form(number, { ...terms(), from: '2026-12-02', revision: 1 })),
      resume: () => removePause(ctx, form(number, { pause: '1' })),
    });
    const nobody = { ...admin, grants: { isAdmin: false, rights: [] } };
    await assertUnchanged(database, async () => {
      for (const verb of Object.values(verbs(nobody))) await assertRefused(verb(), 'forbidden');
      for (const verb of Object.values(verbs(other))) await assertRefused(verb(), 'not-found');
      const { skip, pause, end } = verbs(staff);
      for (const verb of [skip, pause, end])
        await assertRefused(verb(), { code: 'forbidden', right: 'orders.cancel' });
      for (const wrong of ['RA-999999', 'RA-1', "RA-000001'--", 7, undefined])
        await assertRefused(
          skipDate(admin, { ...form('', { date: '2026-12-02' }), number: wrong }),
          'not-found',
        );
    });
    await verbs(staff).add();
  });
});
