import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { carrierCtx, ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf } from '../../../test/support/orders.ts';
import { lastAudit } from '../../../test/support/people.ts';
import { assertRefused, assertUnchanged } from '../../../test/support/refused.ts';
import { clerkAt } from '../../../test/support/staff.ts';
import { readCsv } from '../../platform/csv/index.ts';
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
    await finishOrder(carrier, { number: order?.number ?? '', status: 'failed', reason: 'not-met' });
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

  it('are saved as files: what is where, and every movement in portions without a gap', async () => {
    await recordBoxMovement(carrier, {
      addressId,
      productCode: 'BOX_SMALL',
      delivered: 3,
      movedOn: '2026-11-20',
      note: '=1+1',
    });
    await database.owner.sql(
      `insert into box_movement (customer_id, address_id, product_code, pieces, moved_on, note, recorded_at)
       select $1, $2, 'BOX_LID', 1, date '2026-01-01' + (i / 7), '', now() from generate_series(1, 1100) i`,
      [admin.customer.id, addressId],
    );
    const [total] = await database.owner.sql<{ count: number }>(
      'select count(*)::int as count from box_movement where customer_id = $1',
      [admin.customer.id],
    );
    const browser = portal.client();
    await browser.signIn('D100001', 'mitarbeit@d100001.example');
    const page = await browser.get('/bestellen/kisten');
    await assertValidHtml(page.html);
    assert.ok(page.html.includes('/bestellen/kisten/bewegungen.csv'));
    const movements = readCsv((await browser.get('/bestellen/kisten/bewegungen.csv')).html).rows.slice(1);
    assert.equal(movements.length, total?.count);
    assert.ok(movements.some(({ cells }) => cells[5] === '=1+1'));
    const balances = readCsv((await browser.get('/bestellen/kisten/bestand.csv')).html).rows.slice(1);
    const lids = balances.find(({ cells }) => cells[0] === 'Kanzlei' && /Deckel/.test(cells[3] ?? ''));
    assert.equal(Number(lids?.cells[4]), await balance('BOX_LID'));
    for (const name of ['bewegungen', 'bestand'])
      assert.equal((await browser.get(`/bestellen/kisten/${name}.xlsx`)).status, 200);
    const stranger = portal.client();
    await stranger.signIn('D100002', 'admin@d100002.example');
    assert.equal(readCsv((await stranger.get('/bestellen/kisten/bewegungen.csv')).html).rows.length, 1);
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

describe('a movement by hand at the desk', () => {
  const clerk = clerkAt(portal, 'dispatch');
  const fields = {
    kunde: 'D100001',
    addressId: `${addressId}`,
    productCode: 'BOX_SMALL',
    delivered: '',
    returned: '3',
    movedOn: '2026-11-20',
    note: 'Beim Hausmeister gezählt',
  };

  it('is written down once, and the firm reads it', async () => {
    const browser = await clerk;
    const asked = await browser.get('/desk/kisten');
    await assertValidHtml(asked.html);
    const shown = await browser.get('/desk/kisten?kunde=d100001');
    await assertValidHtml(shown.html);
    const before = await balance('BOX_SMALL');
    const key = 'a-key-of-the-form-1';
    for (const _ of ['first', 'again']) {
      await browser.get('/desk/kisten?kunde=D100001');
      const saved = await browser.post('/desk/kisten', { ...fields, _key: key });
      assert.match(saved.text, /Die Bewegung ist gespeichert/);
      await assertValidHtml(saved.html);
      assert.equal(await balance('BOX_SMALL'), before - 3);
    }
    const customer = portal.client();
    await customer.signIn('D100001', 'admin@d100001.example');
    assert.match((await customer.get('/bestellen/kisten')).text, /Beim Hausmeister gezählt/);
  });

  it('says beside its field what is wrong, and changes nothing', async () => {
    const browser = await clerk;
    const foreign = await services.db.transaction(other.customer.id, (tx) =>
      tx.sql<{ id: number }>('select id from address limit 1'),
    );
    await browser.get('/desk/kisten?kunde=D100001');
    await assertUnchanged(database, async () => {
      for (const [changes, said] of [
        [{ addressId: `${foreign[0]?.id}` }, /Adresse: /],
        [{ addressId: "1'; drop table" }, /Adresse: /],
        [{ productCode: 'STAMP_STD_20' }, /Artikel: /],
        [{ returned: '' }, /Gebracht: /],
        [{ returned: '-1' }, /Mitgenommen: /],
        [{ returned: '1e9' }, /Mitgenommen: /],
        [{ movedOn: '2026-11-24' }, /Datum: /],
        [{ movedOn: '2026-02-30' }, /Datum: /],
        [{ note: 'x'.repeat(201) }, /Bemerkung: /],
      ] as const) {
        const answer = await browser.post('/desk/kisten', { ...fields, ...changes, _key: 'another-key' });
        assert.equal(answer.status, 422, JSON.stringify(changes));
        assert.match(answer.text, said);
        await assertValidHtml(answer.html);
      }
      const nobody = await browser.post('/desk/kisten', { ...fields, kunde: 'D999999', _key: 'another-key' });
      assert.equal(nobody.status, 404);
    });
    assert.equal((await browser.get('/desk/kisten?kunde=%3Cscript%3E')).status, 404);
    await assertValidHtml(browser.page.html);
  });

  it('is for dispatch', async () => {
    const care = await clerkAt(portal, 'care');
    assert.equal((await care.get('/desk/kisten')).status, 403);
  });
});
