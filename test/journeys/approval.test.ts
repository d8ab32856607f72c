import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };
const BOSS = 'admin@d100002.example';
const CLERK = 'mitarbeit@d100002.example';

const mainText = (page: Page) => page.locator('main').innerText();

/** Books the first free pickup, and comes to the confirmation; gives its number. */
async function bookPickup(page: Page, reference: string): Promise<string> {
  await page.goto('/abholungen/neu');
  await page.locator('input[name=slot]:not([disabled])').first().check();
  await page.selectOption('[name=addressId]', { index: 1 });
  await page.fill('[name=reference]', reference);
  await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
  assert.match(await mainText(page), /wartet dieser Auftrag nach dem Absenden auf Freigabe/);
  await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
  await page.waitForURL(/bestaetigung/);
  assert.match(await mainText(page), /Ihr Auftrag wartet auf Freigabe/);
  return /A-\d{4}-\d{6}/.exec(page.url())?.[0] ?? assert.fail(page.url());
}

describe('orders that wait for approval', () => {
  for (const javaScriptEnabled of [true, false]) {
    const good = async (page: Page) => {
      // what finds faults in a page needs JavaScript
      if (javaScriptEnabled) await assertGoodPage(page);
    };

    it(`are approved, declined and taken back, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, BOSS);
        await page.goto('/konto/freigabe');
        await good(page);
        await page.fill('[name=above]', 'viel');
        await page.getByRole('button', { name: 'Speichern' }).click();
        assert.match(await mainText(page), /Grenze in Euro netto:/);
        await good(page);
        await page.locator('[name=isOn]').setChecked(true);
        await page.fill('[name=above]', '5');
        await page.getByRole('button', { name: 'Speichern' }).click();
        assert.match(await mainText(page), /Gespeichert\./);
        assert.equal(await page.locator('[name=isOn]').isChecked(), true);
        await good(page);
      });

      const numbers: string[] = [];
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, CLERK);
        for (const reference of ['genehm', 'ablehn', 'zurück'])
          numbers.push(await bookPickup(page, reference));
        await good(page);
        await page.getByRole('link', { name: 'Auftrag ansehen' }).click();
        assert.match(await mainText(page), /Freigeben möglich bis/);
        await good(page);
        await page.getByRole('link', { name: 'Zurückziehen' }).click();
        await good(page);
        await page.getByRole('button', { name: 'Ja, zurückziehen' }).click();
        assert.match(await mainText(page), /Der Auftrag ist zurückgezogen\./);
        await good(page);
      });
      const [approved = '', declined = ''] = numbers;

      await portal.drain();
      const letter = (await portal.letters()).findLast(
        ({ recipient, text }) => recipient === BOSS && text.includes(approved),
      );
      const link = new RegExp(`http://portal.test(/auftraege/${approved})`).exec(letter?.text ?? '')?.[1];
      if (!link) return assert.fail(letter?.text);

      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, BOSS);
        assert.match(await mainText(page), /2 Aufträge warten auf Ihre Freigabe/);
        await good(page);
        // one click from the letter to the page, and looking at it approves nothing
        await page.goto(link);
        await good(page);
        await page.getByRole('button', { name: 'Freigeben' }).click();
        assert.match(await mainText(page), /Der Auftrag ist freigegeben\./);
        await good(page);

        await page.goto('/');
        await page.getByRole('link', { name: 'Ansehen und entscheiden' }).click();
        await good(page);
        await page.getByRole('link', { name: /Ablehnen/ }).click();
        await good(page);
        await page.getByRole('button', { name: 'Ja, ablehnen' }).click();
        assert.match(await mainText(page), /Grund:/);
        await good(page);
        await page.fill('[name=reason]', 'Das holen wir nächste Woche ab.');
        await page.getByRole('button', { name: 'Ja, ablehnen' }).click();
        assert.match(await mainText(page), new RegExp(`Auftrag ${declined} ist abgelehnt`));
        assert.match(await mainText(page), /Kein Auftrag wartet auf Freigabe/);
        await good(page);
      });

      await portal.drain();
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, CLERK);
        await page.goto('/mitteilungen');
        assert.match(await mainText(page), new RegExp(`Auftrag ${approved} ist freigegeben`));
        assert.match(await mainText(page), new RegExp(`Auftrag ${declined} wurde nicht freigegeben`));
        await page.goto(`/auftraege/${declined}`);
        assert.match(await mainText(page), /Grund: Das holen wir nächste Woche ab\./);
        await good(page);
        await page.goto(`/auftraege/${approved}`);
        assert.match(await mainText(page), /Auftrag freigegeben/);
      });
    });
  }
});
