import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ctxFor } from '../../../test/support/context.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { testJobs } from '../../../test/support/jobs.ts';
import { goodsInput, idsOf, pickupInput } from '../../../test/support/orders.ts';
import { counting } from '../../../test/support/statements.ts';
import { readCatalogue } from '../catalogue/index.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { bookPickup } from '../pickups/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { OrderQuery } from './schemas.ts';
import { showOrders } from './show-orders.ts';

const database = await testDatabase();
const db = counting(database.app);
const jobs = await testJobs(database);
const ids = await idsOf(database);
const admin = { ...(await ctxFor({ db: database.app, jobs })), db };

/** Looking the session up comes on top: one. */
async function statementsOf(work: () => Promise<unknown>): Promise<number> {
  db.taken();
  await work();
  return db.taken();
}

describe('the number of statements', () => {
  it('of reading the catalogue is one', async () => {
    assert.equal(await statementsOf(() => readCatalogue(db, admin)), 1);
    assert.equal(
      await statementsOf(() => readCatalogue(db, { ...admin, serviceCodes: ['PICKUP_EXTRA'] })),
      1,
    );
  });

  it('of an order of two lines is at most 11, of a pickup as well', async () => {
    const twoLines = goodsInput(ids, { BOX_SMALL: 1, BOX_LID: 1 }, { costCentreId: ids.costCentre('1100') });
    assert.equal(await statementsOf(() => placeGoodsOrder(admin, twoLines)), 10);
    assert.equal(await statementsOf(() => bookPickup(admin, pickupInput(ids))), 10);
    // one order more: its row and its audit entry
    const mixed = goodsInput(ids, { BOX_SMALL: 1, STAMP_STD_20: 1 });
    assert.equal(await statementsOf(() => placeGoodsOrder(admin, mixed)), 12);
  });

  it('of an order that waits for approval is one more: somebody is asked', async () => {
    const watched = { ...(await ctxFor({ db: database.app, jobs, user: 'mitarbeit' })), db };
    await database.owner.sql(
      `update customer set approval_is_on = true, approval_above_cents = 0 where number = 'D100001'`,
    );
    assert.equal(await statementsOf(() => bookPickup(watched, pickupInput(ids))), 11);
    await database.owner.sql(
      `update customer set approval_is_on = false, approval_above_cents = null where number = 'D100001'`,
    );
  });

  it('does not grow with the lines', async () => {
    const products = [
      'STAMP_STD_20',
      'STAMP_STD_100',
      'STAMP_COMPACT_20',
      'STAMP_LARGE_20',
      'PRELABEL_ROLL_500',
    ];
    const many = goodsInput(ids, Object.fromEntries(products.map((code) => [code, 3])));
    assert.equal(await statementsOf(() => placeGoodsOrder(admin, many)), 10);
  });

  it('of a resend is small', async () => {
    const input = pickupInput(ids);
    await bookPickup(admin, input);
    assert.equal(await statementsOf(() => bookPickup(admin, input)), 5);
  });

  it('of cancelling and of the list is small', async () => {
    const [order] = await bookPickup(admin, pickupInput(ids));
    assert.equal(await statementsOf(() => cancelOrder(admin, { number: order?.number })), 9);
    assert.equal(await statementsOf(() => showOrders(admin, OrderQuery.parse({}))), 4);
  });
});
