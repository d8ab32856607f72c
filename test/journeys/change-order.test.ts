import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };

/** Books the first free pickup and comes to the page of the order. */
async function bookPickup(page: Page): Promise<void> {
  await page.goto('/abholungen/neu');
  await page.locator('input[name=slot]:not([disabled])').first().check();
  await page.selectOption('[name=addressId]', { index: 1 });
  await page.fill('[name=reference]', 'Akte 1');
  await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
  await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
  await page.waitForURL(/bestaetigung/);
  await page.getByRole('link', { name: 'Auftrag ansehen' }).click();
}

const mainText = (page: Page) => page.locator('main').innerText();

describe('a booked pickup', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is moved instead of cancelled, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      let number = '';
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await bookPickup(page);
        number = /A-\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';
        await page.getByRole('link', { name: 'Auftrag ändern' }).click();
        assert.equal(await page.locator('input[name=slot]:checked').count(), 1);
        assert.equal(await page.inputValue('[name=reference]'), 'Akte 1');
        if (javaScriptEnabled) await assertGoodPage(page);
        // other days keep what was typed
        await page.fill('[name=reference]', 'Akte 2');
        await page.getByRole('button', { name: 'Spätere Termine' }).click();
        assert.equal(await page.inputValue('[name=reference]'), 'Akte 2');
        await page.locator('input[name=slot]:not([disabled])').first().check();
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        assert.match(await mainText(page), /Akte 1[\s\S]*Akte 2/);
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
        const text = await mainText(page);
        assert.match(text, /Der Auftrag ist geändert\./);
        assert.match(text, /Referenz: Akte 1 → Akte 2/);
        assert.match(text, /Auftrag geändert/);
        if (javaScriptEnabled) await assertGoodPage(page);
      });
      await portal.drain();
      const letter = (await portal.letters()).findLast(
        ({ subject, text }) => subject.startsWith('Änderung') && text.includes(number),
      );
      assert.notEqual(number, '');
      assert.match(letter?.text ?? '', /bisher Akte 1, jetzt Akte 2/);
    });
  }

  it('that a colleague changed meanwhile shows both, and loses nothing typed', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await bookPickup(page);
      const order = new URL(page.url()).pathname;
      await page.goto(`${order}/aendern`);
      await page.fill('[name=reference]', 'von mir');
      const other = await page.context().newPage();
      await other.goto(`${order}/aendern`);
      await other.fill('[name=reference]', 'von anderen');
      await other.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      await other.getByRole('button', { name: 'Verbindlich ändern' }).click();
      await other.waitForURL(/geaendert=1/);
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      assert.match(await mainText(page), /Jemand war schneller/);
      assert.match(await mainText(page), /von anderen[\s\S]*von mir/);
      assert.equal(await page.inputValue('[name=reference]'), 'von mir');
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
      assert.match(await mainText(page), /von mir/);
    });
  });

  it('cannot be changed a second late: the page says until when it could', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await bookPickup(page);
      await page.getByRole('link', { name: 'Auftrag ändern' }).click();
      await page.fill('[name=reference]', 'zu spät');
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      portal.clock.set('2026-11-23T16:00:01');
      await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
      assert.match(await mainText(page), /23\.11\.2026, 16:00 Uhr/);
      await assertGoodPage(page);
    });
  });
});
