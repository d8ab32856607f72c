import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };

const main = (page: Page) => page.locator('main').innerText();

/** Announces advertising mail in the first free window of the first depot and comes to its page. */
async function announceAdvertising(page: Page, pieces: string): Promise<void> {
  await page.goto('/einlieferungen');
  await page.getByRole('link', { name: /Werbepost anmelden|Announce advertising mail/ }).click();
  await page.locator('input[name=slot]:not([disabled])').first().check();
  await page.fill('[name="items.AD_STD.pieces"]', pieces);
  await page.fill('[name="items.AD_STD.grams"]', '18');
  await page.fill('[name="containers.box"]', '3');
  await page.check('[name=isUniform]');
  await page.getByRole('button', { name: /Weiter zum Prüfen|Continue to check/ }).click();
}

describe('a drop-off', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is announced, grows and is cancelled, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await announceAdvertising(page, '800');
        // the surcharge, and that 1,000 pieces would be cheaper, are said before it is booked
        assert.match(await main(page), /0,12\s€ mehr, zusammen 96,00\s€/);
        assert.match(
          await main(page),
          /1\.000 Stück würden 320,00\s€ netto kosten, Ihre Auflage kostet 352,00\s€/,
        );
        assert.match(await main(page), /offene Muster/);
        await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
        assert.match(await main(page), /Ihre Einlieferung ist angemeldet/);
        assert.match(await main(page), /EL-[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}/);

        await page.getByRole('link', { name: 'Ändern und ergänzen' }).click();
        assert.equal(await page.inputValue('[name="items.AD_STD.pieces"]'), '800');
        await page.fill('[name="items.AD_STD.pieces"]', '1000');
        await page.fill('[name="items.AD_CARD.pieces"]', '250');
        await page.fill('[name="items.AD_CARD.grams"]', '10');
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        assert.match(await main(page), /800 Stück zu je 18 g/);
        assert.match(await main(page), /1\.000 Stück zu je 18 g/);
        await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
        assert.match(await main(page), /Die Einlieferung ist geändert/);

        await page.getByRole('link', { name: 'Auftrag mit Verlauf' }).click();
        assert.match(await main(page), /800 Stück zu je 18 g → 1\.000 Stück zu je 18 g/);
        await page.getByRole('link', { name: 'Auftrag stornieren' }).click();
        await page.getByRole('button', { name: 'Ja, stornieren' }).click();
        assert.match(await main(page), /Der Auftrag ist storniert\./);
      });
    });
  }

  it('that a colleague changed meanwhile shows both, and loses nothing typed', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await announceAdvertising(page, '1000');
      await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
      const dropOff = new URL(page.url()).pathname;
      const other = await page.context().newPage();
      await page.goto(`${dropOff}/aendern`);
      await page.fill('[name="items.AD_STD.pieces"]', '1200');
      await other.goto(`${dropOff}/aendern`);
      await other.fill('[name="items.AD_STD.pieces"]', '1100');
      await other.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      await other.getByRole('button', { name: 'Verbindlich ändern' }).click();
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      assert.match(await main(page), /Jemand war schneller/);
      assert.match(await main(page), /1\.100 Stück zu je 18 g\s+1\.200 Stück zu je 18 g/);
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
      assert.match(await main(page), /Die Einlieferung ist geändert/);
    });
  });

  it('below 200 pieces of advertising mail is refused beside the field, with everything kept', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await announceAdvertising(page, '199');
      assert.match(await main(page), /Mindestens 200/);
      assert.equal(await page.inputValue('[name="items.AD_STD.pieces"]'), '199');
      assert.equal(await page.inputValue('[name="containers.box"]'), '3');
      await assertGoodPage(page);
    });
  });

  it('has a manifest to take along', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await announceAdvertising(page, '1000');
      await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Einlieferungsliste (PDF)' }).click(),
      ]);
      assert.match(download.suggestedFilename(), /^Einlieferungsliste-A-2026-\d{6}\.pdf$/);
    });
  });

  for (const viewport of [PHONE.viewport, { width: 1280, height: 900 }]) {
    it(`shows pages without a flaw at ${viewport.width} pixels`, () =>
      portal.inBrowser({ viewport }, async (page) => {
        portal.clock.set('2026-11-23T10:00');
        await signInAs(page, 'admin@d100002.example');
        await page.goto('/einlieferungen/neu');
        await assertGoodPage(page);
        await page.selectOption('[name=site]', 'DEPOT_SPANDAU');
        await page.getByRole('button', { name: 'Termine dieses Depots zeigen' }).click();
        assert.equal(await page.inputValue('[name=site]'), 'DEPOT_SPANDAU');
        await page.getByRole('button', { name: 'Spätere Termine' }).click();
        await announceAdvertising(page, '800');
        await assertGoodPage(page);
        await page.getByRole('button', { name: 'Verbindlich anmelden' }).click();
        await assertGoodPage(page);
        await page.getByRole('link', { name: 'Ändern und ergänzen' }).click();
        await assertGoodPage(page);
        await page.fill('[name="items.AD_STD.pieces"]', '900');
        await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
        await assertGoodPage(page);
        await page.goto('/einlieferungen');
        await assertGoodPage(page);
      }));
  }
});
