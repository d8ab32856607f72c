import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { allAtOnce, outcomes } from '../../../test/support/at-once.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import type { StaffRole } from '../../domain/staff-roles.ts';
import type { Ctx } from '../../platform/context.ts';
import { query, violatedConstraint } from '../../platform/db/database.ts';
import { correctVolume, removeVolume } from './correct-volume.ts';
import { lockUnbilledVolumes, setVolumeInvoice, volumeSums } from './queries.ts';
import { recordVolume } from './record-volume.ts';
import { twoProducts } from './sample.fixture.ts';
import { VolumeQuery } from './schemas.ts';
import { allVolumes, showVolumes } from './show-volumes.ts';

const database = await testDatabase();
const { app: db, owner } = database;
const [LETTER, OTHER] = await twoProducts(database);
const admin = await ctxFor({ db });
const other = await ctxFor({ db, customer: 'D100003' });

const clerkWith = (...roles: StaffRole[]): Ctx => ({
  ...carrierCtx({ db }),
  actor: { kind: 'carrier', name: 'Carla Clerk', staffId: 7, roles },
});
const clerk = clerkWith('billing');

const slip = (changes: Record<string, string> = {}) => ({
  key: randomUUID(),
  customer: 'D100001',
  date: '2026-11-23',
  product: LETTER,
  costCentre: '',
  pieces: '120',
  weight: '2400',
  ...changes,
});
const newest = async () => {
  const [row] = await owner.all(query.selectFrom('mail_volume').selectAll().orderBy('id', 'desc').limit(1));
  assert.ok(row);
  return row;
};
const forgetAll = async () => {
  await owner.sql('update mail_volume set invoice_id = null where invoice_id is not null');
  await owner.sql('delete from mail_volume');
};
const lastEntry = async () => {
  const [row] = await owner.all(query.selectFrom('audit_entry').selectAll().orderBy('id', 'desc').limit(1));
  assert.ok(row);
  return row;
};

describe('recording a volume', () => {
  it('writes it down for the firm, with who did it', async () => {
    await recordVolume(clerk, slip({ product: OTHER.toLowerCase() }));
    const row = await newest();
    assert.deepEqual(
      [row.customer_id, `${row.service_date}`, row.product_code, row.pieces, row.weight_grams, row.source],
      [admin.customer.id, '2026-11-23', OTHER, 120, 2400, 'typed'],
    );
    assert.equal(row.clerk_name, 'Carla Clerk');
    const entry = await lastEntry();
    assert.deepEqual(
      [entry.action, entry.object, entry.customer_id, entry.staff_id, entry.actor_name],
      ['volume.record', `volume/${row.id}`, admin.customer.id, 7, 'Carla Clerk'],
    );
  });

  it('counts a form once', async () => {
    const form = slip({ pieces: '77' });
    await recordVolume(clerk, form);
    await assertUnchanged(database, () => recordVolume(clerk, form));
  });

  it('is for billing and dispatch, and nothing at all for customers', async () => {
    await recordVolume(clerkWith('dispatch'), slip());
    await recordVolume(clerkWith('admin'), slip());
    await assertUnchanged(database, async () => {
      await assertRefused(recordVolume(clerkWith('care'), slip()), {
        code: 'staff-role-required',
        role: 'billing',
      });
      await assertRefused(recordVolume(admin, slip()), 'not-found');
      await assertRefused(showVolumes(admin, {}), 'not-found');
      await assertRefused(showVolumes(clerkWith('catalogue'), {}), 'staff-role-required');
    });
  });

  it('says which field is wrong, whatever comes', async () => {
    const wrong = async (
      changes: Record<string, unknown>,
      field: string,
      problem: string,
      limit?: number,
    ) => {
      const fields = [{ field, problem, ...(limit === undefined ? {} : { limit }) }];
      await assertRefused(recordVolume(clerk, { ...slip(), ...changes }), {
        code: 'invalid',
        fields: fields as never,
      });
    };
    await assertUnchanged(database, async () => {
      await wrong({ customer: 'D999999' }, 'customer', 'unknown-customer');
      await wrong({ customer: "D1' or '1'='1" }, 'customer', 'not-a-customer-number');
      await wrong({ customer: 'D'.repeat(101) }, 'customer', 'too-long', 100);
      await wrong({ costCentre: 'nowhere' }, 'costCentre', 'unknown-cost-centre');
      await wrong({ product: '<b>' }, 'product', 'unknown-product');
      await wrong({ date: '2026-11-24' }, 'date', 'in-the-future');
      await wrong({ pieces: '-1' }, 'pieces', 'not-a-number');
      await wrong({ pieces: ['1'] }, 'pieces', 'unreadable');
      await wrong({ key: undefined }, 'key', 'required');
      await assertRefused(recordVolume(clerk, null), 'invalid');
    });
  });

  it('takes the cost centre of that firm only', async () => {
    const [centre] = await owner.sql<{ id: number; code: string }>(
      'select id, code from cost_centre where customer_id = $1 order by id limit 1',
      [admin.customer.id],
    );
    assert.ok(centre);
    await recordVolume(clerk, slip({ costCentre: centre.code.toLowerCase() }));
    assert.equal((await newest()).cost_centre_id, centre.id);
  });
});

describe('correcting a volume', () => {
  const correction = (row: { id: number; version: number }, changes: Record<string, unknown> = {}) => {
    const { key, customer, ...typed } = slip({ pieces: '100' });
    assert.ok(key && customer);
    return { ...typed, id: row.id, version: row.version, reason: 'verzählt', ...changes };
  };

  it('keeps in the log what it was and why', async () => {
    await recordVolume(clerk, slip());
    const row = await newest();
    await correctVolume(clerk, correction(row));
    const after = await newest();
    assert.deepEqual([after.id, after.pieces, after.version], [row.id, 100, 2]);
    const entry = await lastEntry();
    assert.equal(entry.action, 'volume.correct');
    assert.equal((entry.before as { pieces: number }).pieces, 120);
    assert.deepEqual(entry.after, {
      date: '2026-11-23',
      product: LETTER,
      costCentre: null,
      pieces: 100,
      weightGrams: 2400,
      reason: 'verzählt',
    });
  });

  it('refuses what somebody else changed meanwhile, what has no reason, and what is not there', async () => {
    await recordVolume(clerk, slip());
    const row = await newest();
    await assertUnchanged(database, async () => {
      await assertRefused(correctVolume(clerk, correction(row, { version: 2 })), 'stale');
      await assertRefused(correctVolume(clerk, correction(row, { reason: ' ' })), {
        code: 'invalid',
        fields: [{ field: 'reason', problem: 'required' }],
      });
      await assertRefused(correctVolume(clerk, correction({ id: 999_999, version: 1 })), 'not-found');
      await assertRefused(removeVolume(admin, { id: row.id, version: 1, reason: 'x' }), 'not-found');
      await assertRefused(
        removeVolume(clerkWith('care'), { id: row.id, version: 1, reason: 'x' }),
        'staff-role-required',
      );
    });
    const settled = await allAtOnce(
      database,
      { sql: 'select from mail_volume where id = $1 for update', values: [row.id] },
      [100, 101].map((pieces) => () => correctVolume(clerk, correction(row, { pieces: `${pieces}` }))),
    );
    const { done, failed } = outcomes(settled);
    assert.equal(done.length, 1);
    assert.deepEqual(
      failed.map((error) => (error as { refusal?: { code: string } }).refusal?.code),
      ['stale'],
    );
  });

  it('takes it away with a reason', async () => {
    await recordVolume(clerk, slip());
    const row = await newest();
    await removeVolume(clerk, { id: row.id, version: 1, reason: 'doppelt' });
    assert.notEqual((await newest()).id, row.id);
    assert.deepEqual((await lastEntry()).after, { reason: 'doppelt' });
  });

  it('ends when it is billed: verb and database both refuse, until the invoice lets go', async () => {
    await recordVolume(clerk, slip());
    const row = await newest();
    await db.transaction(admin.customer.id, (tx) => setVolumeInvoice(tx, [row.id], 42));
    await assertUnchanged(database, async () => {
      await assertRefused(correctVolume(clerk, correction(row)), 'volume-invoiced');
      await assertRefused(removeVolume(clerk, { id: row.id, version: 1, reason: 'x' }), 'volume-invoiced');
      for (const sql of ['update mail_volume set pieces = 1', 'delete from mail_volume']) {
        await assert.rejects(
          owner.sql(`${sql} where id = $1`, [row.id]),
          (error) => violatedConstraint(error) === 'billed_volume_stays',
        );
      }
    });
    await db.transaction(admin.customer.id, (tx) => setVolumeInvoice(tx, [row.id], null));
    await correctVolume(clerk, correction(row));
  });
});

describe('the volumes of a firm', () => {
  it('are summed for its reports, and given once to a run that bills them', async () => {
    await forgetAll();
    await recordVolume(clerk, slip({ date: '2026-11-20' }));
    await recordVolume(clerk, slip({ date: '2026-11-20', pieces: '30', weight: '' }));
    await recordVolume(clerk, slip({ date: '2026-11-21', product: OTHER }));
    await recordVolume(clerk, slip({ customer: 'D100003', date: '2026-11-20' }));
    const day = (text: string) => Temporal.PlainDate.from(text);
    const sums = await db.transaction(admin.customer.id, (tx) =>
      volumeSums(tx, { from: day('2026-11-20'), to: day('2026-11-20') }),
    );
    assert.deepEqual(
      sums.map(({ date, ...sum }) => ({ ...sum, date: `${date}` })),
      [{ date: '2026-11-20', productCode: LETTER, costCentreId: null, pieces: 150, weightGrams: 2400 }],
    );
    await db.transaction(admin.customer.id, async (tx) => {
      const rows = await lockUnbilledVolumes(tx, day('2026-11-20'));
      assert.equal(rows.length, 2);
      await setVolumeInvoice(
        tx,
        rows.map(({ id }) => id),
        1,
      );
    });
    const left = await db.transaction(admin.customer.id, (tx) => lockUnbilledVolumes(tx, day('2026-11-30')));
    assert.deepEqual(
      left.map((row) => `${row.service_date}`),
      ['2026-11-21'],
    );
    const foreign = await db.transaction(other.customer.id, (tx) =>
      lockUnbilledVolumes(tx, day('2026-11-30')),
    );
    assert.equal(foreign.length, 1);
  });

  it('are listed newest first, page by page in both directions, as filtered', async () => {
    await forgetAll();
    for (const day of ['20', '21', '21', '22', '19'])
      await recordVolume(clerk, slip({ date: `2026-11-${day}` }));
    const dates = (rows: readonly { service_date: Temporal.PlainDate }[]) =>
      rows.map((row) => row.service_date.day);
    const first = await showVolumes(clerk, {}, 2);
    assert.deepEqual(dates(first.rows), [22, 21]);
    const second = await showVolumes(clerk, { older: first.older }, 2);
    assert.deepEqual(dates(second.rows), [21, 20]);
    const back = await showVolumes(clerk, { newer: second.newer }, 2);
    assert.deepEqual(dates(back.rows), [22, 21]);
    assert.equal(back.newer, undefined);
    const only = await showVolumes(clerk, {
      customer: ' d 100001',
      product: LETTER,
      from: Temporal.PlainDate.from('2026-11-20'),
      to: Temporal.PlainDate.from('2026-11-21'),
    });
    assert.deepEqual(dates(only.rows), [21, 21, 20]);
    assert.equal((await showVolumes(clerk, { customer: 'D999' })).rows.length, 0);
    for (const older of ['x', '2026-02-30_1', "2026-11-21_1' or 1=1"]) {
      assert.equal((await showVolumes(clerk, { older })).rows.length, 5);
    }
  });
});

describe('saving the list', () => {
  it('gives everything that the filter leaves, over more than one piece, and to no one else', async () => {
    await forgetAll();
    for (let day = 10; day < 16; day += 1) await recordVolume(clerk, slip({ date: `2026-11-${day}` }));
    const all = await Array.fromAsync(allVolumes(clerk, {}, 2));
    assert.deepEqual(
      all.map((row) => row.service_date.toString()),
      ['2026-11-15', '2026-11-14', '2026-11-13', '2026-11-12', '2026-11-11', '2026-11-10'],
    );
    const some = VolumeQuery.parse({ from: '2026-11-12', to: '2026-11-13', customer: 'd100001' });
    assert.equal((await Array.fromAsync(allVolumes(clerk, some, 2))).length, 2);
    await assert.rejects(Array.fromAsync(allVolumes(clerkWith('care'), {})), {
      message: 'staff-role-required',
    });
    await assert.rejects(Array.fromAsync(allVolumes(admin, {})), { message: 'not-found' });
  });
});
