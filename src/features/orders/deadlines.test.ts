import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { berlin } from '../../../test/support/clock.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { goodsInput, idsOf, pickupInput } from '../../../test/support/orders.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { query } from '../../platform/db/database.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { cancelOrder } from './cancel-order.ts';
import type { PlacedOrder } from './queries.ts';

const database = await testDatabase();
const { app: db, owner } = database;
// The sample carrier does not work on Sundays. This one does, to have services on the days of the clock changes.
await owner.sql(
  `insert into time_window (pool, weekday, starts, ends, capacity)
   select pool, 7, starts, ends, capacity from time_window where weekday = 1`,
);
const ids = await idsOf(database);
const admin = await ctxFor({ db, jobs: await testJobs(database) });

const book = {
  pickup: (now: Temporal.Instant, slot: string) => bookPickup({ ...admin, now }, pickupInput(ids, { slot })),
  boxes: (now: Temporal.Instant, slot: string) =>
    placeGoodsOrder({ ...admin, now }, goodsInput(ids, { BOX_SMALL: 1 }, { slot })),
  stamps: (now: Temporal.Instant, slot: string) =>
    placeGoodsOrder({ ...admin, now }, goodsInput(ids, { STAMP_STD_20: 1 }, { slot })),
  mixed: (now: Temporal.Instant, slot: string) =>
    placeGoodsOrder({ ...admin, now }, goodsInput(ids, { BOX_SMALL: 1, STAMP_STD_20: 1 }, { slot })),
};
type Kind = keyof typeof book;

const numberOf = ([order]: readonly PlacedOrder[]) => order?.number ?? assert.fail('nothing was placed');

/** A second before, at, and a second after. */
const around = (deadline: Temporal.Instant) =>
  [deadline.subtract({ seconds: 1 }), deadline, deadline.add({ seconds: 1 })] as const;

// [service, when it is, wall time of the deadline, the same as an instant]
const CANCELLING: [Kind, slot: string, deadline: string, instant: string][] = [
  ['pickup', '2026-11-24T10:00', '2026-11-23T16:00', '2026-11-23T15:00:00Z'],
  // a Monday: the calendar day before is a Sunday
  ['pickup', '2026-11-30T16:00', '2026-11-29T16:00', '2026-11-29T15:00:00Z'],
  ['boxes', '2026-11-30T08:00', '2026-11-29T16:00', '2026-11-29T15:00:00Z'],
  // after a holiday
  ['boxes', '2027-01-04T08:00', '2027-01-03T16:00', '2027-01-03T15:00:00Z'],
  // clocks go forward on 29 March 2026: the day before, on the day, for the day after
  ['pickup', '2026-03-29T10:00', '2026-03-28T16:00', '2026-03-28T15:00:00Z'],
  ['boxes', '2026-03-30T08:00', '2026-03-29T16:00', '2026-03-29T14:00:00Z'],
  ['pickup', '2026-03-30T10:00', '2026-03-29T16:00', '2026-03-29T14:00:00Z'],
  // clocks go back on 25 October 2026
  ['pickup', '2026-10-25T10:00', '2026-10-24T16:00', '2026-10-24T14:00:00Z'],
  ['boxes', '2026-10-26T08:00', '2026-10-25T16:00', '2026-10-25T15:00:00Z'],
  ['pickup', '2026-10-26T10:00', '2026-10-25T16:00', '2026-10-25T15:00:00Z'],
  // the next year's; 29 March 2027 is Easter Monday, hence the Tuesday
  ['pickup', '2027-03-30T10:00', '2027-03-29T16:00', '2027-03-29T14:00:00Z'],
  ['pickup', '2027-11-01T10:00', '2027-10-31T16:00', '2027-10-31T15:00:00Z'],
  ['boxes', '2027-11-01T10:00', '2027-10-31T16:00', '2027-10-31T15:00:00Z'],
];

describe('the deadline for cancelling', () => {
  for (const [kind, slot, wall, instant] of CANCELLING) {
    it(`of ${kind} at ${slot} is ${wall}, to the second`, async () => {
      const deadline = berlin(wall);
      assert.equal(`${deadline}`, instant);
      const early = deadline.subtract({ hours: 9 * 24 });
      const [one, two, three] = [
        await book[kind](early, slot),
        await book[kind](early, slot),
        await book[kind](early, slot),
      ];
      const [row] = await owner.all(
        query
          .selectFrom('service_order')
          .select(['cancel_until', 'change_until', 'starts_at'])
          .where('number', '=', numberOf(one)),
      );
      assert.deepEqual(
        [`${row?.cancel_until}`, `${row?.change_until}`, `${row?.starts_at}`],
        [instant, instant, `${berlin(slot)}`],
      );
      const [before, at, after] = around(deadline);
      await cancelOrder({ ...admin, now: before }, { number: numberOf(one) });
      await cancelOrder({ ...admin, now: at }, { number: numberOf(two) });
      await assertUnchanged(database, async () => {
        for (const now of [after, deadline.add({ nanoseconds: 1 }), berlin(slot)]) {
          await assertRefused(cancelOrder({ ...admin, now }, { number: numberOf(three) }), {
            code: 'past-deadline',
            deadline,
          });
        }
      });
    });
  }

  it('stays as promised when the carrier changes its rule', async () => {
    const [order] = await book.pickup(berlin('2026-11-23T10:00'), '2026-12-07T10:00');
    await owner.sql(
      `update service set cancel_rule = '{"kind":"before","days":3,"dayKind":"business","time":"12:00"}'
       where code = 'PICKUP_EXTRA'`,
    );
    await cancelOrder({ ...admin, now: berlin('2026-12-06T16:00') }, { number: order?.number });
    const [later] = await book.pickup(berlin('2026-11-23T10:00'), '2026-12-07T10:00');
    const deadline = berlin('2026-12-02T12:00');
    await assertRefused(
      cancelOrder({ ...admin, now: deadline.add({ seconds: 1 }) }, { number: later?.number }),
      {
        code: 'past-deadline',
        deadline,
      },
    );
    await owner.sql("update service set cancel_rule = order_cutoff where code = 'PICKUP_EXTRA'");
  });
});

const ORDERING: [Kind, slot: string, deadline: string, instant: string][] = [
  ['pickup', '2026-11-24T10:00', '2026-11-23T16:00', '2026-11-23T15:00:00Z'],
  ['boxes', '2026-11-24T08:00', '2026-11-23T16:00', '2026-11-23T15:00:00Z'],
  // two business days before: Wednesday for Friday, Thursday for Monday
  ['stamps', '2026-11-27T08:00', '2026-11-25T16:00', '2026-11-25T15:00:00Z'],
  ['stamps', '2026-11-30T08:00', '2026-11-26T16:00', '2026-11-26T15:00:00Z'],
  // one basket comes in one go: the earlier deadline counts
  ['mixed', '2026-11-30T08:00', '2026-11-26T16:00', '2026-11-26T15:00:00Z'],
  ['pickup', '2026-03-30T10:00', '2026-03-29T16:00', '2026-03-29T14:00:00Z'],
  ['boxes', '2026-03-30T08:00', '2026-03-29T16:00', '2026-03-29T14:00:00Z'],
  ['stamps', '2026-03-30T08:00', '2026-03-26T16:00', '2026-03-26T15:00:00Z'],
  ['pickup', '2026-10-26T10:00', '2026-10-25T16:00', '2026-10-25T15:00:00Z'],
  ['stamps', '2026-10-27T08:00', '2026-10-23T16:00', '2026-10-23T14:00:00Z'],
  ['boxes', '2027-03-30T08:00', '2027-03-29T16:00', '2027-03-29T14:00:00Z'],
  ['stamps', '2027-03-31T08:00', '2027-03-25T16:00', '2027-03-25T15:00:00Z'],
  ['pickup', '2027-11-01T10:00', '2027-10-31T16:00', '2027-10-31T15:00:00Z'],
];

describe('the deadline for ordering', () => {
  for (const [kind, slot, wall, instant] of ORDERING) {
    it(`${kind} for ${slot} is ${wall}, to the second`, async () => {
      const deadline = berlin(wall);
      assert.equal(`${deadline}`, instant);
      const [before, at, after] = around(deadline);
      numberOf(await book[kind](before, slot));
      numberOf(await book[kind](at, slot));
      await assertUnchanged(database, () =>
        assertRefused(book[kind](after, slot), { code: 'slot-not-offered' }),
      );
    });
  }

  it('lets nobody slip through with an old form', async () => {
    // the page was shown in time, the answer comes a second late
    const input = { ...pickupInput(ids, { slot: '2026-12-01T10:00' }), key: randomUUID() };
    const late = { ...admin, now: berlin('2026-11-30T16:00:01') };
    await assertUnchanged(database, () => assertRefused(bookPickup(late, input), 'slot-not-offered'));
  });
});
