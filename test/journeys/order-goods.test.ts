import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });

const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };

async function fillTheBasket(page: Page): Promise<void> {
  await page.goto('/bestellen');
  await page.fill('[name="quantity.STAMP_STD_20"]', '3');
  await page.fill('[name="quantity.BOX_SMALL"]', '10');
  await page.getByRole('button', { name: 'Weiter zur Lieferung' }).click();
  await page.locator('input[name=slot]:not([disabled])').first().check();
  await page.selectOption('[name=addressId]', { index: 1 });
  await page.fill('[name=reference]', 'Empfang 3. OG');
  await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
}

describe('ordering stamps and boxes', () => {
  for (const [name, options] of [
    ['with JavaScript on a desk', { ...DESK, javaScriptEnabled: true }],
    ['without JavaScript on a phone', { ...PHONE, javaScriptEnabled: false }],
  ] as const) {
    it(`becomes two orders, because only boxes can be cancelled, ${name}`, () =>
      portal.inBrowser(options, async (page) => {
        await signInAs(page, 'admin@d100001.example');
        await fillTheBasket(page);
        const check = await page.locator('main').innerText();
        assert.match(check, /Empfang 3\. OG/);
        // 3 sheets at 14.20 EUR, 19 % VAT
        assert.match(check, /42,60\s€/);
        assert.match(check, /50,69\s€/);
        await page.getByRole('button', { name: 'Verbindlich bestellen' }).click();
        await page.waitForURL(/bestaetigung/);
        assert.equal(await page.locator('h1').innerText(), 'Vielen Dank, Ihr Auftrag ist eingegangen');
        assert.equal(await page.getByRole('link', { name: /Auftrag ansehen/ }).count(), 2);
      }));
  }

  it('shows pages without a flaw at every step, on both widths, light and dark', async () => {
    for (const size of [PHONE, DESK]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await portal.inBrowser({ ...size, colorScheme }, async (page) => {
          await signInAs(page, 'admin@d100001.example');
          await assertGoodPage(page);
          await page.goto('/bestellen');
          await assertGoodPage(page);
          await fillTheBasket(page);
          await assertGoodPage(page);
          await page.goBack();
          await assertGoodPage(page);
          await page.goForward();
          await page.getByRole('button', { name: 'Verbindlich bestellen' }).click();
          await page.waitForURL(/bestaetigung/);
          await assertGoodPage(page);
        });
      }
    }
  });

  it('keeps what was typed when something is missing, and says what', () =>
    portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/bestellen?quantity.STAMP_STD_20=1');
      await page.getByRole('button', { name: 'Weiter zur Lieferung' }).click();
      await page.fill('[name=reference]', 'bleibt stehen');
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      assert.match(await page.title(), /^Fehler: /);
      assert.equal(await page.inputValue('[name=reference]'), 'bleibt stehen');
      await page.getByRole('link', { name: /Datum und Zeitfenster/ }).click();
      assert.equal(await page.evaluate('document.activeElement.name'), 'slot');
      await assertGoodPage(page);
    }));

  it('reckons the total while typing as the server does', () =>
    portal.inBrowser(DESK, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/bestellen');
      await page.fill('[name="quantity.STAMP_STD_100"]', '1');
      await page.waitForFunction(
        "document.querySelector('[data-total=gross]').textContent.includes('84,49')",
      );
    }));
});
