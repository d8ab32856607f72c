import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf } from '../../../test/support/orders.ts';
import { placeGoodsOrder } from './place-goods-order.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { services, database } = portal;
const admin = await ctxFor({ db: services.db, jobs: services.jobs });
const ids = await idsOf(database);
const order = (quantities: Record<string, number>) => placeGoodsOrder(admin, goodsInput(ids, quantities));
await order({ STAMP_STD_20: 2 });
await order({ STAMP_STD_20: 2, BOX_SMALL: 1 });
await order({ STAMP_STD_20: 7, BOX_SMALL: 3 });

async function signedIn(email = 'admin@d100001.example') {
  const browser = portal.client();
  await browser.signIn(/d\d+/.exec(email)?.[0]?.toUpperCase() ?? '', email);
  return browser;
}

describe('goods', () => {
  it('have each a page with a picture that is there', async () => {
    const browser = await signedIn('mitarbeit@d100001.example');
    const codes = await database.owner.sql<{ code: string }>(
      "select code from product where service_code in ('GOODS_FINAL', 'GOODS_BOXES')",
    );
    for (const { code } of codes) {
      const page = await browser.get(`/bestellen/artikel/${code}`);
      assert.equal(page.status, 200, code);
      await assertValidHtml(page.html);
      const picture = /<img class="goods-large" src="([^"]+)"/.exec(page.html)?.[1] ?? '';
      const file = await portal.app.request(`http://portal.test${picture}`);
      assert.equal(file.headers.get('content-type'), 'image/svg+xml', code);
      assert.match(page.text, /Höchstens je Bestellung/);
      assert.equal(/So gehört das Label/.test(page.text), code.startsWith('PRELABEL'), code);
      assert.equal(/Wird zurückgegeben/.test(page.text), code.startsWith('BOX'), code);
    }
  });

  it('have no page where there is no such product, or it is none of the goods', async () => {
    const browser = await signedIn();
    for (const code of ['X', 'PICKUP_EXTRA', '%00', "';--", 'a'.repeat(500)]) {
      assert.equal((await browser.get(`/bestellen/artikel/${code}`)).status, 404, code);
    }
  });

  it('say what the firm usually orders, and offer the last basket once more', async () => {
    const browser = await signedIn();
    const page = await browser.get('/bestellen');
    await assertValidHtml(page.html);
    assert.match(page.text, /\. Üblich bei Ihnen: 2/);
    assert.doesNotMatch(page.text, /\.\./);
    const href = /href="(\/bestellen\?quantity[^"]+)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    assert.deepEqual(Object.fromEntries(new URLSearchParams(href.split('?')[1])), {
      'quantity.STAMP_STD_20': '7',
      'quantity.BOX_SMALL': '3',
    });
    assert.match((await browser.get(href)).html, /name="quantity.STAMP_STD_20"[^>]*value="7"/);
    const product = await browser.get('/bestellen/artikel/STAMP_STD_20');
    assert.match(product.html, /href="\/bestellen\?quantity\.STAMP_STD_20=2"/);
    const stranger = await signedIn('admin@d100002.example');
    assert.doesNotMatch((await stranger.get('/bestellen')).text, /Üblich bei Ihnen/);
  });
});
