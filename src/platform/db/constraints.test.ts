import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { idsOf, leavePlaces, pickupInput, writableColumns } from '../../../test/support/orders.ts';
import { assertUnchanged } from '../../../test/support/refused.ts';
import { bookPickup } from '../../features/pickups/index.ts';
import { violatedConstraint } from './database.ts';

const database = await testDatabase();
const { app, owner } = database;
const ctx = await ctxFor({ db: app, jobs: await testJobs(database) });
const ids = await idsOf(database);
const [sample] = await bookPickup(ctx, pickupInput(ids));
const [row] = await owner.sql<{ order: Record<string, unknown> }>(
  'select to_jsonb(o) as order from service_order o',
);
const order = row?.order ?? {};
const columns = await writableColumns(owner, 'service_order');

/** Writes an order like the sample with changes, past every rule of the program. */
async function insertOrder(
  changes: Record<string, unknown>,
  line: Record<string, unknown> | null = {},
  by = owner,
): Promise<void> {
  const key = randomUUID();
  await by.transaction(ctx.customer.id, async (tx) => {
    await tx.sql('insert into submission values ($1, $2, $3, now())', [ctx.customer.id, key, Buffer.of(0)]);
    const copy = { ...order, number: `A-2026-${key}`, submission_key: key, ...changes };
    const [written] = await tx.sql<{ id: number }>(
      `insert into service_order (${columns}) overriding user value
       select ${columns} from jsonb_populate_record(null::service_order, $1) returning id`,
      [JSON.stringify(copy)],
    );
    if (!line) return;
    await tx.sql('insert into order_line select (jsonb_populate_record(null::order_line, $1)).*', [
      JSON.stringify({
        order_id: written?.id,
        customer_id: ctx.customer.id,
        position: 1,
        product_code: 'BOX_SMALL',
        name: { de: 'x', en: 'x' },
        unit: { de: 'x', en: 'x' },
        quantity: 1,
        unit_price: 0,
        vat_rate: 1900,
        net_cents: 0,
        ...line,
      }),
    ]);
  });
}
const CHECK = '23514';

describe('the database refuses', () => {
  it('nothing of the sample that the cases below change', async () => {
    await insertOrder({});
    await insertOrder({}, {}, app);
  });

  it('an order without lines, at the commit', async () => {
    for (const by of [owner, app]) {
      await assertUnchanged(database, () =>
        assert.rejects(insertOrder({}, null, by), { code: CHECK, message: /has no lines/ }),
      );
    }
  });

  const orders: Record<string, Record<string, unknown>> = {
    'a negative net amount': { net_cents: -1 },
    'a gross amount below the net': { net_cents: 2, gross_cents: 1 },
    'an end before the start': { ends_at: order.starts_at },
    'a status that there is not': { status: 'lost' },
    'a cancelled order without its time': { status: 'cancelled' },
    'the time of a cancellation that was none': { cancelled_at: '2026-11-24T10:00:00Z' },
    'a reference that is too long': { reference: 'x'.repeat(61) },
    'a hint that is too long': { driver_hint: 'x'.repeat(501) },
  };
  for (const [name, changes] of Object.entries(orders)) {
    it(name, async () => {
      await assertUnchanged(database, () => assert.rejects(insertOrder(changes), { code: CHECK }));
    });
  }

  const lines: Record<string, [line: Record<string, unknown>, code: string]> = {
    'a line of nothing': [{ quantity: 0 }, CHECK],
    'a negative quantity': [{ quantity: -1 }, CHECK],
    'a negative price': [{ unit_price: -1 }, CHECK],
    'a negative amount of a line': [{ net_cents: -1 }, CHECK],
    'a tax of more than everything': [{ vat_rate: 10_001 }, CHECK],
    'a name in one language': [{ name: { de: 'x' } }, CHECK],
    'a line of an unknown product': [{ product_code: 'BOX_GOLD' }, '23503'],
  };
  for (const [name, [line, code]] of Object.entries(lines)) {
    it(name, async () => {
      await assertUnchanged(database, () => assert.rejects(insertOrder({}, line), { code }));
    });
  }

  it('an order of a submission that nobody opened, and a number that was given out', async () => {
    await assert.rejects(insertOrder({ submission_key: 'never-opened' }), { code: '23503' });
    await assert.rejects(insertOrder({ number: sample?.number }), { code: '23505' });
  });

  it('a second submission of one key', async () => {
    const open = () =>
      app.transaction(ctx.customer.id, (tx) =>
        tx.sql("insert into submission values ($1, 'used-twice', '', now())", [ctx.customer.id]),
      );
    await open();
    await assert.rejects(open(), (error) => violatedConstraint(error) === 'submission_pkey');
  });

  it('more bookings than there are places, and fewer than none', async () => {
    const slot = '2026-12-01T10:00';
    await leavePlaces(database, 'pickup', slot, 0);
    for (const by of [owner, app]) {
      for (const booked of ['booked + 1', 'capacity + 1', '-1']) {
        await assert.rejects(
          by.sql(`update slot set booked = ${booked} where service_date = '2026-12-01'`),
          (error) =>
            violatedConstraint(error) === 'slot_check' || violatedConstraint(error) === 'slot_booked_check',
          booked,
        );
      }
    }
    const insert = (capacity: number, booked: number) =>
      app.sql("insert into slot values ('pickup', '2026-12-09', '10:00', '12:00', $1, $2)", [
        capacity,
        booked,
      ]);
    await assert.rejects(insert(12, 13), { code: CHECK });
    await assert.rejects(insert(0, 0), { code: CHECK });
    await assert.rejects(insert(12, -1), { code: CHECK });
  });

  it('a customer number of the wrong form, or given twice', async () => {
    const insert = (number: string) =>
      owner.sql("insert into customer (number, name, created_at) values ($1, 'x', now())", [number]);
    for (const number of ['100009', 'd100009', 'D', 'D12x', 'D1234567890123', ' D100009', 'D100009\n']) {
      await assert.rejects(insert(number), { code: CHECK }, JSON.stringify(number));
    }
    await assert.rejects(insert('D100001'), { code: '23505' });
  });

  it('two people with one e-mail, however it is written', async () => {
    await assert.rejects(
      owner.sql(
        `insert into person (email, name, language, password_hash, created_at)
         values ('ADMIN@d100001.EXAMPLE', 'x', 'de', '', now())`,
      ),
      { code: '23505' },
    );
  });

  it('two main contacts of one firm', async () => {
    await assert.rejects(owner.sql('update membership set is_main_contact = true'), { code: '23505' });
  });

  it('a second carrier', async () => {
    await assert.rejects(
      owner.sql(
        'insert into carrier select (jsonb_populate_record(null::carrier, to_jsonb(c))).* from carrier c',
      ),
      { code: '23505' },
    );
  });

  it('a negative price, a window that ends before it starts, a window without places', async () => {
    await assert.rejects(owner.sql('update product_price set unit_price = -1'), { code: CHECK });
    await assert.rejects(owner.sql("update time_window set ends = '07:00'"), { code: CHECK });
    await assert.rejects(owner.sql('update time_window set capacity = 0'), { code: CHECK });
  });
});
