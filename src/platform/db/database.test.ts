import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testDatabase } from '../../../test/support/database.ts';
import { openDatabase, query, violatedConstraint } from './database.ts';

const database = await testDatabase();
const { app, owner } = database;
await owner.sql('create table note (id int primary key, word text)');
await owner.sql('grant select, insert on note to portal_app');
const words = async () =>
  (await owner.sql<{ word: string }>('select word from note order by id')).map(({ word }) => word);
const insert = 'insert into note values ($1, $2)';
const customerOf = "select current_setting('app.customer_id', true) as customer";

describe('a transaction', () => {
  it('keeps what was written when its work is done', async () => {
    const result = await app.transaction(1, async (tx) => {
      await tx.sql(insert, [1, 'one']);
      return 'done';
    });
    assert.equal(result, 'done');
    assert.ok((await words()).includes('one'));
  });

  it('takes everything back when its work throws, and passes the error on', async () => {
    const failure = new Error('no');
    await assert.rejects(
      app.transaction(1, async (tx) => {
        await tx.sql(insert, [2, 'two']);
        throw failure;
      }),
      failure,
    );
    await assert.rejects(
      app.transaction(1, () => {
        throw failure;
      }),
      failure,
    );
    assert.equal((await words()).includes('two'), false);
  });

  it('takes everything back when a statement fails, the first one too', async () => {
    await assert.rejects(
      app.transaction(1, (tx) => tx.sql('select nonsense')),
      { code: '42703' },
    );
    await assert.rejects(
      app.transaction(1, async (tx) => {
        await tx.sql(insert, [3, 'three']);
        await tx.sql(insert, [3, 'three']);
      }),
      (error) => violatedConstraint(error) === 'note_pkey',
    );
    assert.equal((await words()).includes('three'), false);
  });

  it('does not pass for done when a statement failed and nobody minded', async () => {
    await assert.rejects(
      app.transaction(1, async (tx) => {
        await tx.sql(insert, [4, 'four']);
        await tx.sql('select nonsense').catch(() => {});
        return 'looks fine';
      }),
    );
    assert.equal((await words()).includes('four'), false);
  });

  it('reports what a deferred constraint finds at the commit', async () => {
    await owner.sql('create table child (note int references note deferrable initially deferred)');
    await owner.sql('grant insert on child to portal_app');
    await assert.rejects(
      app.transaction(1, (tx) => tx.sql('insert into child values (99)')),
      (error) => violatedConstraint(error) === 'child_note_fkey',
    );
  });

  it('works for its customer only, and leaves nothing of it on the connection', async (t) => {
    const single = openDatabase({ url: database.appUrl, maxConnections: 1 });
    t.after(() => single.close());
    const seen = (id: number | undefined) =>
      single.transaction(id, (tx) => tx.sql<{ customer: string }>(customerOf));
    assert.deepEqual(await seen(7), [{ customer: '7' }]);
    assert.deepEqual(await single.sql(customerOf), [{ customer: '' }]);
    assert.deepEqual(await seen(undefined), [{ customer: '' }]);
    await assert.rejects(single.transaction(8, (tx) => tx.sql('select nonsense')));
    assert.deepEqual(await single.sql(customerOf), [{ customer: '' }]);
    assert.deepEqual(await single.all(query.selectFrom('address').select('id')), []);
  });

  it('does not see the customer of one that runs beside it', async () => {
    const seen = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        app.transaction(index, async (tx) => {
          await tx.sql('select pg_sleep(0.002)');
          return (await tx.sql<{ customer: string }>(customerOf))[0]?.customer;
        }),
      ),
    );
    assert.deepEqual(
      seen,
      Array.from({ length: 20 }, (_, index) => `${index}`),
    );
  });

  it('gives a broken connection back as broken', async (t) => {
    const errors: Error[] = [];
    const single = openDatabase({
      url: database.appUrl,
      maxConnections: 1,
      onError: (error) => errors.push(error),
    });
    t.after(() => single.close());
    await assert.rejects(
      single.transaction(1, async (tx) => {
        // a role may end its own connections
        await tx.sql('select pg_terminate_backend(pg_backend_pid())');
      }),
    );
    assert.deepEqual(await single.sql('select 1 as one'), [{ one: 1 }]);
  });

  it('waits for a connection and goes on when one is free', async (t) => {
    const single = openDatabase({ url: database.appUrl, maxConnections: 1 });
    t.after(() => single.close());
    const done = await Promise.all(
      [1, 2, 3].map((id) => single.transaction(id, (tx) => tx.sql<{ customer: string }>(customerOf))),
    );
    assert.deepEqual(
      done.flat().map(({ customer }) => customer),
      ['1', '2', '3'],
    );
  });
});

describe('values', () => {
  it('come as what they are', async () => {
    const [row] = await app.sql<Record<string, unknown>>(
      `select 9007199254740991::bigint as big, 5::int as small, date '2026-02-28' as date, time '16:00' as time,
         timestamptz '2026-03-29 02:30:00.123456+01' as instant, null::date as nothing,
         '{"de":"ä"}'::jsonb as json, array['a','b'] as texts, '\\x00ff'::bytea as bytes, true as yes,
         timestamptz '0099-01-01 00:00:00+00' as ancient`,
    );
    assert.ok(row?.date instanceof Temporal.PlainDate && row.time instanceof Temporal.PlainTime);
    assert.ok(row.instant instanceof Temporal.Instant);
    assert.deepEqual(
      {
        ...row,
        date: `${row.date}`,
        time: `${row.time}`,
        instant: `${row.instant}`,
        ancient: `${row.ancient}`,
      },
      {
        big: 9_007_199_254_740_991,
        small: 5,
        date: '2026-02-28',
        time: '16:00:00',
        instant: '2026-03-29T01:30:00.123456Z',
        nothing: null,
        json: { de: 'ä' },
        texts: ['a', 'b'],
        bytes: Buffer.of(0, 255),
        yes: true,
        ancient: '0099-01-01T00:00:00Z',
      },
    );
  });

  it('go as what they are, and come back the same', async () => {
    const values = {
      instant: Temporal.Instant.from('2026-10-25T00:30:00.000001Z'),
      date: Temporal.PlainDate.from('2028-02-29'),
      time: Temporal.PlainTime.from('23:59:59'),
    };
    const [row] = await app.sql<Record<string, unknown>>(
      `select $1::timestamptz as instant, $2::date as date, $3::time as time, $4::text as text, $5::bytea as bytes,
         $6::text[] as texts, $7::text as nothing`,
      [values.instant, values.date, values.time, `'; -- \u{1F4EE}\\`, Buffer.of(1, 2), ['"', ','], null],
    );
    assert.deepEqual(
      { ...row, instant: `${row?.instant}`, date: `${row?.date}`, time: `${row?.time}` },
      {
        instant: '2026-10-25T00:30:00.000001Z',
        date: '2028-02-29',
        time: '23:59:59',
        text: `'; -- \u{1F4EE}\\`,
        bytes: Buffer.of(1, 2),
        texts: ['"', ','],
        nothing: null,
      },
    );
  });

  it('that have lost precision are a fault, not a number', async () => {
    await assert.rejects(app.sql('select 9007199254740992::bigint as big'), RangeError);
    await assert.rejects(
      app.transaction(1, (tx) => tx.sql('select -9007199254740993::bigint as big')),
      RangeError,
    );
    assert.deepEqual(await app.sql('select 1::bigint as one'), [{ one: 1 }], 'the connection lives on');
  });
});

describe('a statement', () => {
  it('outside a transaction sees no row of any customer', async () => {
    assert.deepEqual(await app.all(query.selectFrom('cost_centre').selectAll()), []);
  });

  it('is still right after the table behind it has changed', async () => {
    await owner.sql("create table changing as select 1 as id, 'x' as word");
    await owner.sql('grant select on changing to portal_app');
    const all = () => app.sql('select * from changing');
    assert.deepEqual(await all(), [{ id: 1, word: 'x' }]);
    await owner.sql('alter table changing add more int');
    // a prepared plan is stale now; whoever asks again must not be stuck with it for ever
    await all().catch(() => {});
    await assert.doesNotReject(app.transaction(1, (tx) => tx.sql('select id, more from changing')));
  });
});

describe('openDatabase with a role', () => {
  it('acts as that role on every connection', async (t) => {
    const bound = openDatabase({ url: database.appUrl, role: 'portal_app', maxConnections: 2 });
    t.after(() => bound.close());
    const roles = await Promise.all([1, 2].map(() => bound.sql('select current_user::text as me')));
    assert.deepEqual(roles.flat(), [{ me: 'portal_app' }, { me: 'portal_app' }]);
  });
});
