import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };

/** Books the first free window and comes to the page of the order. */
async function bookFirstPickup(page: Page): Promise<void> {
  await page.goto('/abholungen/neu');
  await page.locator('input[name=slot]:not([disabled])').first().check();
  await page.selectOption('[name=addressId]', { index: 1 });
  await page.getByRole('button', { name: /Weiter zum Prüfen|Continue to check/ }).click();
  await page.getByRole('button', { name: /Verbindlich buchen|Place binding booking/ }).click();
  await page.waitForURL(/bestaetigung/);
  await page.getByRole('link', { name: /Auftrag ansehen|Show order/ }).click();
}

describe('a pickup', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is booked and cancelled in time, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await bookFirstPickup(page);
        // the first window is tomorrow: cancelled until today, 16:00
        portal.clock.set('2026-11-23T16:00');
        await page.reload();
        assert.match(await page.locator('main').innerText(), /Mo\., 23\.11\.2026, 16:00 Uhr/);
        await page.getByRole('link', { name: 'Auftrag stornieren' }).click();
        await page.getByRole('button', { name: 'Ja, stornieren' }).click();
        assert.match(await page.locator('main').innerText(), /Der Auftrag ist storniert\./);
        assert.equal(await page.getByRole('link', { name: 'Auftrag stornieren' }).count(), 0);
      });
    });
  }

  it('cannot be cancelled a second late: the page names the deadline and that it is charged', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100003.example');
      await bookFirstPickup(page);
      await page.getByRole('link', { name: /stornieren|Cancel order/ }).click();
      portal.clock.set('2026-11-23T16:00:01');
      await page.locator('main form button[type=submit]').first().click();
      assert.match(await page.locator('main').innerText(), /berechnet|charged/);
      assert.match(await page.locator('main').innerText(), /16:00/);
      await assertGoodPage(page);
    });
  });

  it('shows pages without a flaw, and the list of pickups', () =>
    portal.inBrowser({ viewport: { width: 1280, height: 900 } }, async (page) => {
      portal.clock.set('2026-11-23T10:00');
      await signInAs(page, 'admin@d100002.example');
      await page.goto('/abholungen/neu');
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Spätere Termine' }).click();
      await assertGoodPage(page);
      await bookFirstPickup(page);
      await assertGoodPage(page);
      await page.goto('/abholungen');
      await assertGoodPage(page);
      await page.goto('/auftraege?status=placed');
      await assertGoodPage(page);
    }));
});
