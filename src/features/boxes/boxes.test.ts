import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf } from '../../../test/support/orders.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { finishOrder } from '../orders/index.ts';
import { boxBalances } from './queries.ts';
import { recordBoxMovement } from './record-box-movement.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { services, database } = portal;
const options = { db: services.db, jobs: services.jobs };
const admin = await ctxFor(options);
const other = await ctxFor({ ...options, customer: 'D100002' });
const carrier = carrierCtx({ ...options, customer: admin.customer });
const ids = await idsOf(database);
const addressId = ids.address('Kanzlei');

const balance = async (productCode: string, ctx = admin) => {
  const rows = await services.db.transaction(ctx.customer.id, (tx) => boxBalances(tx));
  const row = rows.find((one) => one.productCode === productCode && one.addressId === addressId);
  return Number(row?.pieces ?? 0);
};

describe('boxes on loan', () => {
  it('are at the address once the order is carried out, not before and not twice', async () => {
    const before = await balance('BOX_SMALL');
    const placed = await placeGoodsOrder(
      admin,
      goodsInput(ids, { BOX_SMALL: 4, BOX_LID: 2, STAMP_STD_20: 1 }),
    );
    assert.equal(await balance('BOX_SMALL'), before);
    for (const { number } of placed) await finishOrder(carrier, { number, status: 'completed' });
    assert.equal(await balance('BOX_SMALL'), before + 4);
    assert.equal(await balance('STAMP_STD_20'), 0);
    await database.owner.sql('update service_order set driver_hint = driver_hint where number = $1', [
      placed[0]?.number,
    ]);
    assert.equal(await balance('BOX_SMALL'), before + 4);
    await database.owner.sql(
      "update service_order set status = 'placed', completed_at = null where service_code = 'GOODS_BOXES' and number = any ($1)",
      [placed.map(({ number }) => number)],
    );
    assert.equal(await balance('BOX_SMALL'), before, 'taken back');
  });

  it('did not come where the trip was in vain', async () => {
    const before = await balance('BOX_LARGE');
    const [order] = await placeGoodsOrder(admin, goodsInput(ids, { BOX_LARGE: 1 }));
    await finishOrder(carrier, { number: order?.number ?? '', status: 'failed' });
    assert.equal(await balance('BOX_LARGE'), before);
  });

  it('go back as the carrier counts them, also more than there were, and it is noted', async () => {
    const before = await balance('BOX_LARGE');
    await recordBoxMovement(carrier, {
      addressId,
      productCode: 'BOX_LARGE',
      delivered: 2,
      returned: '3',
      note: 'Rampe <b>',
    });
    assert.equal(await balance('BOX_LARGE'), before - 1);
    assert.deepEqual((await lastAudit(database, 'boxes.record'))?.after, {
      product: 'BOX_LARGE',
      delivered: 2,
      returned: 3,
    });
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/bestellen/kisten');
    await assertValidHtml(page.html);
    assert.match(page.text, /3 zurückgenommen/);
    assert.ok(page.text.includes('Rampe <b>'));
    const stranger = portal.client();
    await stranger.signIn('D100002', 'admin@d100002.example');
    assert.match((await stranger.get('/bestellen/kisten')).text, /Bei Ihnen stehen keine Kisten/);
  });

  it('are counted by the carrier alone, at the firm’s own address, and only what comes back', async () => {
    const input = { addressId, productCode: 'BOX_SMALL', returned: 1 };
    const billing = carrierCtx({ ...options, customer: admin.customer });
    await assertUnchanged(database, async () => {
      await assertRefused(recordBoxMovement(admin, input), 'not-found');
      await assertRefused(
        recordBoxMovement({ ...billing, actor: { kind: 'carrier', name: 'x', roles: ['billing'] } }, input),
        'staff-role-required',
      );
      await assertRefused(recordBoxMovement({ ...carrier, customer: other.customer }, input), 'invalid');
      for (const wrong of [
        { productCode: 'STAMP_STD_20' },
        { productCode: "'; --" },
        { returned: 0 },
        { returned: -1 },
        { returned: 'viele' },
        { delivered: 1_000_000 },
        { movedOn: '2026-02-30' },
        { note: 'x'.repeat(201) },
      ]) {
        await assertRefused(recordBoxMovement(carrier, { ...input, ...wrong }), 'invalid');
      }
    });
  });
});
