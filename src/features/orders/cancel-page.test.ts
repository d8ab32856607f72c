import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { testApp } from '../../../test/support/app.ts';
import { ctxFor } from '../../../test/support/context.ts';
import { assertValidHtml } from '../../../test/support/html.ts';
import { goodsInput, idsOf, pickupInput } from '../../../test/support/orders.ts';
import { placeGoodsOrder } from '../goods/index.ts';
import { bookPickup } from '../pickups/index.ts';

const portal = await testApp({ at: '2026-11-23T10:00' });
const { database, services } = portal;
const ids = await idsOf(database);
const ctx = await ctxFor({ db: database.app, jobs: services.jobs });

/** The page that asks before cancelling, at this time. */
async function asked(number: string | undefined, at: string) {
  portal.clock.set(at);
  const browser = portal.client();
  await browser.signIn('D100001', 'admin@d100001.example');
  const page = await browser.get(`/auftraege/${number}/stornieren`);
  assert.equal(page.status, 200);
  await assertValidHtml(page.html);
  return { ...page, browser, hasQuestion: page.forms.some(({ action }) => action.endsWith('/stornieren')) };
}

describe('the page that asks before cancelling', () => {
  it('asks up to the deadline, and one second later says that it has passed and what is charged', async () => {
    const [order] = await bookPickup(ctx, pickupInput(ids, { slot: '2026-11-25T10:00' }));
    const inTime = await asked(order?.number, '2026-11-24T16:00:00');
    assert.ok(inTime.hasQuestion);
    const late = await asked(order?.number, '2026-11-24T16:00:01');
    assert.ok(!late.hasQuestion);
    assert.match(late.text, /Stornieren war bis Di\., 24\.11\.2026, 16:00 Uhr möglich/);
    assert.match(late.text, /wird berechnet/);
    assert.match(late.text, /Zum Auftrag/);
    assert.doesNotMatch(late.text, /Nein, zurück/);
    portal.clock.set('2026-11-23T10:00');
  });

  it('says of stamps that they are final, and of a cancelled order that it is', async () => {
    const [stamps] = await placeGoodsOrder(ctx, goodsInput(ids, { STAMP_STD_20: 1 }));
    const final = await asked(stamps?.number, '2026-11-23T10:05');
    assert.ok(!final.hasQuestion);
    assert.match(final.text, /Dieser Auftrag ist verbindlich/);

    const [order] = await bookPickup(ctx, pickupInput(ids, { key: randomUUID(), slot: '2026-11-26T10:00' }));
    const { browser } = await asked(order?.number, '2026-11-23T10:06');
    await browser.submit(/stornieren$/);
    const again = await asked(order?.number, '2026-11-23T10:07');
    assert.ok(!again.hasQuestion);
    assert.match(again.text, /storniert/);
  });
});
