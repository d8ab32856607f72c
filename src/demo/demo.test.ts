import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verify } from '@node-rs/argon2';
import { berlin, MONDAY } from '../../test/support/clock.ts';
import { emptied, type TestDatabase, testDatabase } from '../../test/support/database.ts';
import { testJobs, waitingJobs } from '../../test/support/jobs.ts';
import { query } from '../platform/db/database.ts';
import { DEMO_PASSWORD, loadCatalogue, loadDemo } from './index.ts';

const orders = ({ owner }: TestDatabase) =>
  owner.all(
    query
      .selectFrom('service_order as o')
      .innerJoin('customer as c', 'c.id', 'o.customer_id')
      .innerJoin('person as p', 'p.id', 'o.placed_by')
      .select([
        'o.number',
        'o.status',
        'o.placed_at',
        'o.starts_at',
        'o.completed_at',
        'c.number as customer',
        'p.email',
      ])
      // the dates of plans and the day at the desk are looked at by themselves
      .where('o.service_code', '!=', 'PICKUP_STANDING')
      .where('o.submission_key', 'not like', 'demo-day-%')
      .orderBy('o.id'),
  );

/** What the desk has to do on the first day. */
const firstDay = ({ owner }: TestDatabase) =>
  owner.all(
    query
      .selectFrom('service_order')
      .select(['number', 'status', 'service_date', 'starts_at', 'ends_at'])
      .where('submission_key', 'like', 'demo-day-%')
      .orderBy('id'),
  );

describe('the demo', () => {
  it('fills an empty database, and a second time changes nothing', async (t) => {
    const database = await testDatabase(t);
    const { owner } = database;
    await emptied(database);
    const demo = {
      owner,
      db: database.app,
      jobs: await testJobs(database),
      now: MONDAY,
      password: DEMO_PASSWORD,
    };
    await loadDemo(demo);
    const placed = await orders(database);
    const work = await firstDay(database);
    assert.equal(placed.length, 28);
    assert.equal(work.length, 6);
    assert.equal(new Set(placed.map(({ customer }) => customer)).size, 3);

    await loadDemo({ ...demo, now: MONDAY.add({ hours: 30 * 24 }) });
    assert.equal(await loadCatalogue(owner), false);
    assert.deepEqual(await orders(database), placed);
    assert.deepEqual(await firstDay(database), work);
    const [{ password_hash: hash } = { password_hash: '' }] = await owner.all(
      query.selectFrom('person').select('password_hash').limit(1),
    );
    assert.equal(await verify(hash, DEMO_PASSWORD), true);
  });

  it('leaves a demo as it is that an earlier version began, with fewer services', async (t) => {
    const database = await testDatabase(t);
    await database.owner.sql("delete from site_service where service_code = 'DROPOFF_AD'");
    for (const table of ['product_vat', 'product_price'])
      await database.owner.sql(`delete from ${table} where product_code = 'DROPOFF_AD'`);
    await database.owner.sql("delete from product where code = 'DROPOFF_AD'");
    await database.owner.sql("delete from service where code = 'DROPOFF_AD'");
    const jobs = await testJobs(database);
    await loadDemo({ owner: database.owner, db: database.app, jobs, now: MONDAY, password: '' });
    const [row] = await database.owner.sql<{ offs: number }>('select count(*) as offs from drop_off');
    assert.equal(row?.offs, 0);
  });

  // Working day, Saturday, the days around holidays and clock changes, the last minute of a year.
  for (const day of [
    '2026-11-23T10:00',
    '2026-11-28T23:30',
    '2026-12-25T00:10',
    '2026-12-31T23:59',
    '2027-03-28T03:00',
    '2027-10-31T02:30',
    '2027-05-17T08:00',
  ]) {
    it(`has a past and a future when it is first started at ${day}`, async (t) => {
      const database = await testDatabase(t);
      const now = berlin(day);
      await loadDemo({
        owner: database.owner,
        db: database.app,
        jobs: await testJobs(database),
        now,
        password: '',
      });
      const all = await orders(database);
      for (const { status, placed_at, starts_at, completed_at } of all) {
        assert.ok(Temporal.Instant.compare(placed_at, now) < 0, `placed ${placed_at}`);
        if (status === 'placed')
          assert.ok(Temporal.Instant.compare(starts_at, now) > 0, `starts ${starts_at}`);
        if (completed_at) assert.ok(Temporal.Instant.compare(completed_at, now) < 0, `done ${completed_at}`);
      }
      assert.deepEqual(
        Object.fromEntries(
          Object.entries(Object.groupBy(all, ({ status }) => status)).map(([status, own]) => [
            status,
            own.length,
          ]),
        ),
        {
          completed: 9,
          failed: 1,
          placed: 14,
          cancelled: 3,
          'awaiting-approval': 1,
        },
      );
      assert.deepEqual(
        all.map(({ number }) => number),
        all.map(({ number }) => number).toSorted(),
      );
      const work = await firstDay(database);
      for (const { status, ends_at } of work) {
        const isOver = Temporal.Instant.compare(ends_at, now) < 0;
        assert.equal(status, isOver ? 'completed' : 'placed');
      }
      assert.equal(new Set(work.map(({ service_date }) => `${service_date}`)).size, 1);
      const aboutWork = new RegExp(work.map(({ number }) => number).join('|'));
      // A letter for every order, every cancellation and every step of a courier, three about plans, one to ask for approval, and the look for weekly reports.
      const waiting = (await waitingJobs(database)).filter((job) => !aboutWork.test(JSON.stringify(job)));
      assert.equal(waiting.filter(({ name }) => !name.startsWith('invoice.')).length, 40);
      const rides = await database.owner.sql(
        `select step, rider_name as rider, o.status, o.starts_at > $1::timestamptz as "isAhead"
         from courier_ride join service_order o on o.id = order_id order by o.id`,
        [now],
      );
      assert.deepEqual(rides, [
        { step: 'delivered', rider: 'Mira Rad', status: 'completed', isAhead: false },
        { step: 'assigned', rider: 'Tarek Tempo', status: 'placed', isAhead: true },
        { step: 'placed', rider: '', status: 'placed', isAhead: true },
      ]);
      const [plans] = await database.owner.sql(
        `select count(distinct plan_id)::int as plans, bool_and(o.starts_at > $1::timestamptz) as "areAhead"
         from pickup_occurrence join service_order o on o.id = order_id`,
        [now],
      );
      assert.deepEqual(plans, { plans: 2, areAhead: true });
    });
  }
});
