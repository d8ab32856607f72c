import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };

describe('an express pickup', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is booked for today and final, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await page.goto('/abholungen');
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('link', { name: 'Expressabholung buchen' }).click();
        const form = await page.locator('main').innerText();
        assert.match(form, /Montag, 23\. November 2026, buchbar bis Mo\., 23\.11\.2026, 14:00 Uhr/);
        assert.match(form, /19,50\s€ netto/);
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.locator('input[name=slot]:not([disabled])').first().check();
        await page.selectOption('[name=addressId]', { index: 1 });
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        assert.match(await page.locator('main').innerText(), /Verbindlich: kann nach dem Absenden/);
        await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
        await page.waitForURL(/bestaetigung/);
        await page.getByRole('link', { name: 'Auftrag ansehen' }).click();
        assert.match(await page.locator('main').innerText(), /verbindlich/);
        assert.equal(await page.getByRole('link', { name: 'Auftrag stornieren' }).count(), 0);
        assert.equal(await page.getByRole('link', { name: 'Auftrag ändern' }).count(), 0);
        if (javaScriptEnabled) await assertGoodPage(page);
      });
    });
  }

  it('a second after 14:00 leads to the one-off pickup', async () => {
    portal.clock.set('2026-11-23T14:00:01');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await page.goto('/abholungen/express');
      assert.match(await page.locator('main').innerText(), /Heute ist keine Expressabholung mehr möglich/);
      await assertGoodPage(page);
      await page.getByRole('link', { name: 'Sonderabholung buchen' }).click();
      await page.waitForURL(/abholungen\/neu/);
    });
  });
});
