import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cancelOrder } from '../../src/features/orders/index.ts';
import { bookPickup } from '../../src/features/pickups/index.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { ctxFor } from '../support/context.ts';
import { idsOf, pickupInput } from '../support/orders.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const ctx = await ctxFor({ db: portal.services.db, jobs: portal.services.jobs });
const ids = await idsOf(portal.database);
for (const slot of ['2026-11-30T10:00', '2026-12-01T10:00', '2026-12-02T10:00']) {
  await bookPickup(ctx, pickupInput(ids, { slot, reference: `Termin ${slot}` }));
}
const [gone] = await bookPickup(ctx, pickupInput(ids, { slot: '2026-12-03T10:00' }));
await cancelOrder(ctx, { number: gone?.number });

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

describe('the calendar', () => {
  for (const [name, options] of [
    ['on a phone without JavaScript', { ...PHONE, javaScriptEnabled: false }],
    ['at a desk', DESK],
  ] as const) {
    it(`leads from month to month, from view to view and to an order, ${name}`, () =>
      portal.inBrowser(options, async (page) => {
        await signInAs(page, 'mitarbeit@d100001.example');
        await page.goto('/kalender');
        await page.getByRole('link', { name: 'Nächster Monat' }).click();
        assert.match(await page.locator('main').innerText(), /Dezember 2026/);
        await page.getByRole('link', { name: 'Liste' }).click();
        await page.getByRole('link', { name: 'Woche', exact: true }).click();
        await page.goto('/kalender?view=week&date=2026-12-01');
        await page.locator('a.entry').first().click();
        assert.match(await page.locator('h1').innerText(), /^Auftrag A-2026/);
      }));
  }

  it('has no flaw in any view, width, colour scheme', async () => {
    for (const size of [{ viewport: { width: 320, height: 800 } }, PHONE, DESK]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await portal.inBrowser({ ...size, colorScheme, javaScriptEnabled: true }, async (page) => {
          await signInAs(page, 'admin@d100001.example');
          for (const view of ['month', 'week', 'list']) {
            await page.goto(`/kalender?view=${view}&date=2026-12-01`);
            await assertGoodPage(page);
          }
        });
      }
    }
  });

  it('is subscribed to, renewed and given up, on a phone without JavaScript', () =>
    portal.inBrowser({ ...PHONE, javaScriptEnabled: false }, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/kalender');
      await page.getByRole('link', { name: 'Kalender abonnieren' }).click();
      await page.getByRole('button', { name: 'Adresse erzeugen' }).click();
      const address = () => page.getByLabel('Ihre Adresse').inputValue();
      const first = await address();
      const answer = await page.context().request.get(first);
      assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
      await page.getByRole('button', { name: 'Adresse erneuern' }).click();
      assert.notEqual(await address(), first);
      assert.equal((await page.context().request.get(first)).status(), 404);
      await page.getByRole('button', { name: 'Abo beenden' }).click();
      assert.match(await page.locator('main').innerText(), /Das Abo ist beendet/);
    }));
});
