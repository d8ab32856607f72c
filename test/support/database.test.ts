import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { query } from '../../src/platform/db/database.ts';
import { ctxFor } from './context.ts';
import { testDatabase } from './database.ts';
import { testJobs, waitingJobs } from './jobs.ts';

describe('the database of a test', () => {
  it('is a clone of its own', async (t) => {
    const [one, other] = await Promise.all([testDatabase(t), testDatabase(t)]);
    await one.owner.all(query.deleteFrom('address'));
    assert.equal((await one.owner.all(query.selectFrom('address').selectAll())).length, 0);
    assert.notEqual((await other.owner.all(query.selectFrom('address').selectAll())).length, 0);
  });

  it('holds the sample firms with their people, a catalogue, and no orders', async (t) => {
    const database = await testDatabase(t);
    await testJobs(database);
    const ctx = await ctxFor({ db: database.app, customer: 'D100002', user: 'mitarbeit' });
    assert.equal(ctx.customer.name, 'Klinikum Birkenhag gGmbH');
    assert.deepEqual(ctx.grants, { isAdmin: false, rights: ['documents.view', 'orders.place'] });
    const services = (await database.app.all(query.selectFrom('service').select('code'))).map(
      ({ code }) => code,
    );
    assert.ok(['GOODS_FINAL', 'GOODS_BOXES', 'PICKUP_EXTRA'].every((code) => services.includes(code)));
    assert.deepEqual(await database.owner.all(query.selectFrom('service_order').select('id')), []);
    assert.deepEqual(await waitingJobs(database), []);
  });
});
