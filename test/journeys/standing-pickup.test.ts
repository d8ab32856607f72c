import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };
const mainText = (page: Page) => page.locator('main').innerText();

/** Fills in the form of a plan for Mondays and Wednesdays, and sets it up. */
async function setUp(page: Page, look: (page: Page) => Promise<void>): Promise<void> {
  await page.goto('/abholungen/regelmaessig');
  await look(page);
  await page.getByRole('link', { name: 'Regelabholung einrichten' }).click();
  await look(page);
  await page.fill('[name=validFrom]', '2026-11-30');
  await page.getByLabel('Montag').check();
  await page.getByLabel('Mittwoch').check();
  await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
  // the window was forgotten: it is said, and nothing typed is lost
  assert.match(await mainText(page), /Zeitfenster: /);
  assert.equal(await page.getByLabel('Mittwoch').isChecked(), true);
  await page.selectOption('[name=window]', '15:00');
  await page.selectOption('[name=addressId]', { index: 1 });
  await page.fill('[name=expectedLetters]', '80');
  await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
  assert.match(await mainText(page), /Montag, 30\. November 2026/);
  assert.match(await mainText(page), /4,50\s€ netto/);
  await look(page);
  await page.getByRole('button', { name: 'Verbindlich einrichten' }).click();
  await page.waitForURL(/RA-\d+/);
}

describe('a standing pickup', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is set up, skipped, moved, paused and ended, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const look = async (page: Page) => {
        if (javaScriptEnabled) await assertGoodPage(page);
      };
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await setUp(page, look);
        assert.match(await mainText(page), /Die Regelabholung ist eingerichtet/);
        const plan = new URL(page.url()).pathname;
        await page.goto(`${plan}?monat=2026-12`);
        await look(page);

        await page.getByRole('link', { name: 'Mittwoch, 2. Dezember 2026' }).click();
        await look(page);
        await page.getByRole('button', { name: 'Termin aussetzen' }).click();
        await page.goto(`${plan}?monat=2026-12`);
        await page.getByRole('link', { name: 'Mittwoch, 2. Dezember 2026' }).click();
        assert.match(await mainText(page), /ausgesetzt/);
        await page.getByRole('button', { name: 'Termin wieder aufnehmen' }).click();

        await page.goto(`${plan}/termin?datum=2026-12-07&from=2026-12-08`);
        await page.locator('input[name=slot][value="2026-12-08T12:00"]').check();
        await page.getByRole('button', { name: 'Termin verschieben' }).click();
        await look(page);
        await page.getByRole('button', { name: 'Termin verschieben' }).click();
        await page.goto(`${plan}?monat=2026-12`);
        assert.match(await mainText(page), /Dienstag, 8\. Dezember 2026[\s\S]*statt Mo\., 07\.12\.2026/);

        await page.getByRole('link', { name: 'Pausen und Betriebsferien' }).click();
        await look(page);
        await page.fill('[name=from]', '2026-12-14');
        await page.fill('[name=until]', '2026-12-18');
        await page.fill('[name=reason]', 'Betriebsferien');
        await page.getByRole('button', { name: 'Pause eintragen' }).click();
        await page.goto(`${plan}?monat=2026-12`);
        assert.match(await mainText(page), /Betriebsferien/);
        await page.getByRole('link', { name: 'Pausen und Betriebsferien' }).click();
        await look(page);

        await page.goto(`${plan}/aendern`);
        await look(page);
        await page.fill('[name=from]', '2026-12-21');
        await page.selectOption('[name=window]', '16:00');
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        assert.match(await mainText(page), /Zeitfenster\s+15:00–16:00 Uhr\s+16:00–17:00 Uhr/);
        assert.match(await mainText(page), /Montag, 21\. Dezember 2026\s+16:00–17:00 Uhr/);
        await look(page);
        await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
        assert.match(await mainText(page), /Ab Mo\., 21\.12\.2026/);

        // an order of it leads back to its plan
        await page.goto(`${plan}?monat=2026-12`);
        await page
          .getByRole('link', { name: /^A-2026-/ })
          .first()
          .click();
        await page.getByRole('link', { name: /Zur Regelabholung RA-/ }).click();
        assert.equal(new URL(page.url()).pathname, plan);

        await page.goto(`${plan}/zusatztermin?from=2026-12-11`);
        await look(page);
        await page.locator('input[name=slot][value="2026-12-11T12:00"]').check();
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        await page.getByRole('button', { name: 'Termin verbindlich hinzufügen' }).click();
        await page.waitForURL(/fertig=termin/);

        await page.goto(`${plan}/beenden`);
        await look(page);
        await page.fill('[name=lastDate]', '2027-01-29');
        await page.getByRole('button', { name: 'Regelabholung beenden' }).click();
        assert.match(await mainText(page), /Freitag, 29\. Januar 2027/);
      });
      await portal.drain();
      const letters = (await portal.letters()).filter(({ subject }) => subject.includes('Regelabholung RA-'));
      assert.ok(letters.some(({ subject }) => /eingerichtet/.test(subject)));
      assert.ok(letters.some(({ subject }) => /Pause eingetragen/.test(subject)));
    });
  }

  it('shows the month as a table where there is room, with its holidays', () =>
    portal.inBrowser({ viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await setUp(page, assertGoodPage);
      await page.goto(`${new URL(page.url()).pathname}?monat=2026-12`);
      assert.match(await page.locator('table.plan-month').innerText(), /1\. Weihnachtstag/);
      await assertGoodPage(page);
      if (process.env.SHOTS)
        await page.screenshot({ path: `${process.env.SHOTS}/plan-1280.png`, fullPage: true });
    }));
});
