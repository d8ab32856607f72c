import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { idsOf } from '../support/orders.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
// one address in the city, one in the south-east
const FIRM = 'D100003';
const ids = await idsOf(portal.database, FIRM);
await portal.database.owner.sql("update person set language = 'de'");

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

const signIn = (page: Page) => signInAs(page, 'admin@d100003.example');
const windows = (page: Page) => page.locator('input[name=slot]').count();

describe('the windows of an address', () => {
  for (const [name, options] of [
    ['with JavaScript on a desk', { ...DESK, javaScriptEnabled: true }],
    ['without JavaScript on a phone', { ...PHONE, javaScriptEnabled: false }],
  ] as const) {
    it(`are shown when it is chosen, and booked there, ${name}`, () =>
      portal.inBrowser(options, async (page) => {
        await signIn(page);
        await page.goto('/abholungen/neu');
        assert.match(await page.locator('main').innerText(), /Adresse Verlag, Tourgebiet Innenstadt/);
        const inTheCity = await windows(page);
        await page.fill('[name=reference]', 'Lagerpost');
        await page.selectOption('[name=addressId]', String(ids.address('Lager')));
        if (!options.javaScriptEnabled)
          await page.getByRole('button', { name: 'Termine dieser Adresse anzeigen' }).click();
        await page.getByText('Tourgebiet Südosten').waitFor();
        assert.ok((await windows(page)) < inTheCity);
        assert.equal(await page.inputValue('[name=reference]'), 'Lagerpost');
        await page.locator('input[name=slot]:not([disabled])').first().check();
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        assert.match(await page.locator('main').innerText(), /Südosten/);
        await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
        await page.waitForURL(/bestaetigung/);
      }));

    it(`are shown for a standing pickup as well, ${name}`, () =>
      portal.inBrowser(options, async (page) => {
        await signIn(page);
        await page.goto('/abholungen/regelmaessig/neu');
        await page.selectOption('[name=addressId]', String(ids.address('Lager')));
        if (!options.javaScriptEnabled)
          await page.getByRole('button', { name: 'Termine dieser Adresse anzeigen' }).click();
        await page.getByText('Tourgebiet Südosten').waitFor();
        assert.equal(await page.locator('[name=window] option[value="17:00"]').count(), 0);
        assert.equal(await page.locator('[name=window] option[value="15:00"]').count(), 1);
      }));
  }

  it('are none where nobody goes: the page says so, with the number to call, and no flaw', async () => {
    const { owner } = portal.database;
    await owner.sql("update address set postcode = '80331' where label = 'Lager'");
    for (const [size, colorScheme] of [
      [PHONE, 'light'],
      [DESK, 'dark'],
    ] as const)
      await portal.inBrowser({ ...size, colorScheme }, async (page) => {
        await signIn(page);
        await page.goto('/abholungen/neu');
        await assertGoodPage(page);
        await page.selectOption('[name=addressId]', String(ids.address('Lager')));
        await page.getByText('An diese Adresse fahren wir zurzeit nicht').waitFor();
        assert.match(await page.locator('main').innerText(), /Postleitzahl 80331/);
        assert.equal(await page.locator('main a[href^="tel:"]').count(), 1);
        assert.equal(await windows(page), 0);
        await page.reload();
        await assertGoodPage(page);
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        await assertGoodPage(page);
      });
    await owner.sql("update address set postcode = '12435' where label = 'Lager'");
  });
});
