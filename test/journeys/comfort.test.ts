import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bookRide } from '../../src/features/couriers/index.ts';
import { rideInput } from '../../src/features/couriers/test-support/sample.fixture.ts';
import { bookDropOff } from '../../src/features/drop-offs/index.ts';
import { dropOffInput } from '../../src/features/drop-offs/test-support/sample.fixture.ts';
import { placeGoodsOrder } from '../../src/features/goods/index.ts';
import { cancelOrder, finishOrder } from '../../src/features/orders/index.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { carrierCtx, ctxFor } from '../support/context.ts';
import { goodsInput, idsOf } from '../support/orders.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const options = { db: portal.services.db, jobs: portal.services.jobs };
const admin = await ctxFor(options);
const clerk = await ctxFor({ ...options, user: 'mitarbeit', grants: { rights: ['orders.place'] } });
const ids = await idsOf(portal.database);
const place = async () => (await placeGoodsOrder(clerk, goodsInput(ids, { BOX_SMALL: 3 })))[0]?.number ?? '';
const kept = await place();
await finishOrder(carrierCtx({ ...options, customer: admin.customer }), {
  number: kept,
  status: 'completed',
});
await cancelOrder(admin, { number: await place() });
const [ride] = await bookRide(clerk, rideInput(ids));
const [dropOff] = await bookDropOff(clerk, dropOffInput({ note: 'Rampe' }));

const WAYS = [
  ['on a phone without JavaScript', { viewport: { width: 390, height: 844 }, javaScriptEnabled: false }],
  ['at a desk', { viewport: { width: 1280, height: 900 } }],
] as const;

describe('ordering the same again', () => {
  for (const [name, window] of WAYS) {
    it(`goes by a template, ${name}`, () =>
      portal.inBrowser(window, async (page) => {
        await signInAs(page, 'mitarbeit@d100001.example');
        await page.goto(`/auftraege/${kept}`);
        await page.fill('[name=name]', `Kisten ${name}`);
        await page.getByRole('button', { name: 'Als Vorlage speichern' }).click();
        await page.getByRole('link', { name: `Bestellen Kisten ${name}` }).click();
        assert.equal(await page.inputValue('[name="quantity.BOX_SMALL"]'), '3');
        await page.goto('/vorlagen');
        await page.getByRole('link', { name: `Bearbeiten Kisten ${name}` }).click();
        await page.getByRole('button', { name: 'Vorlage löschen' }).click();
        assert.match(await page.locator('main').innerText(), /Die Vorlage ist gelöscht/);
      }));

    it(`leads from a ride and a drop-off to their forms, ${name}`, () =>
      portal.inBrowser(window, async (page) => {
        await signInAs(page, 'mitarbeit@d100001.example');
        await page.goto(`/kuriere/${ride?.number}`);
        await page.getByRole('link', { name: 'Noch einmal bestellen' }).click();
        assert.equal(await page.inputValue('[name="to.recipient"]'), 'Notariat Beispiel');
        assert.equal(await page.inputValue('[name=content]'), 'Umschlag mit Akten');
        await page.locator('input[name=slot]:not([disabled])').first().check();
        await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
        await page.getByRole('button', { name: 'Verbindlich buchen' }).waitFor();

        await page.goto(`/einlieferungen/${dropOff?.number}`);
        await page.fill('[name=name]', `Post ${name}`);
        await page.getByRole('button', { name: 'Als Vorlage speichern' }).click();
        await page.getByRole('link', { name: `Bestellen Post ${name}` }).click();
        assert.equal(await page.inputValue('[name="items.LETTER_STD.pieces"]'), '500');
        assert.equal(await page.inputValue('[name=note]'), 'Rampe');
      }));

    it(`goes by the page of a product and the usual quantity, ${name}`, () =>
      portal.inBrowser(window, async (page) => {
        await signInAs(page, 'mitarbeit@d100001.example');
        await page.goto('/bestellen');
        await page.getByRole('link', { name: /Mehr über Briefkiste klein/ }).click();
        await page.getByRole('link', { name: 'In die Bestellung übernehmen' }).click();
        assert.equal(await page.inputValue('[name="quantity.BOX_SMALL"]'), '3');
        await page.getByRole('link', { name: 'Bestand an Leihkisten je Adresse' }).click();
        assert.match(await page.locator('main').innerText(), /3 geliefert/);
      }));
  }
});

describe('notices', () => {
  it('are counted in the header, read, and marked, on a phone without JavaScript', () =>
    portal.inBrowser(WAYS[0][1], async (page) => {
      await signInAs(page, 'mitarbeit@d100001.example');
      await page.getByRole('link', { name: /^Mitteilungen, \d+ neue/ }).click();
      assert.match(await page.locator('main').innerText(), /wurde storniert/);
      await page.getByRole('button', { name: 'Alle als gelesen markieren' }).click();
      await page.getByRole('link', { name: 'Mitteilungen', exact: true }).waitFor();
    }));
});

it('the pages of all this have no flaw, in both widths and colours', async () => {
  for (const [, window] of WAYS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await portal.inBrowser({ ...window, colorScheme, javaScriptEnabled: true }, async (page) => {
        await signInAs(page, 'admin@d100001.example');
        for (const address of [
          '/bestellen',
          '/bestellen/artikel/PRELABEL_ROLL_500',
          '/bestellen/kisten',
          '/vorlagen',
          '/mitteilungen',
          '/kalender/abo',
        ]) {
          await page.goto(address);
          await assertGoodPage(page);
        }
      });
    }
  }
});
