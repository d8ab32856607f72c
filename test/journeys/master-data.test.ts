import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { idsOf } from '../support/orders.ts';

const portal = await portalInBrowser();
const BASE = '/konto/stammdaten';
const PHONE = { width: 390, height: 844 };

describe('master data in a browser', () => {
  it('is a good page everywhere, on a phone in the dark and on a screen', async () => {
    const ids = await idsOf(portal.database);
    const paths = [
      BASE,
      `${BASE}/firma`,
      `${BASE}/anschriften`,
      `${BASE}/anschriften/neu`,
      `${BASE}/anschriften/${ids.address('Kanzlei')}`,
      `${BASE}/anschriften/${ids.address('Notariat')}/entfernen`,
      `${BASE}/ansprechpersonen`,
      `${BASE}/ansprechpersonen/neu`,
      `${BASE}/kostenstellen`,
      `${BASE}/kostenstellen/neu`,
      `${BASE}/kostenstellen/${ids.costCentre('1100')}`,
      `${BASE}/kostenstellen/einlesen`,
      `${BASE}/rechnungen`,
      `${BASE}/benachrichtigungen`,
      '/konto/meine-daten',
    ];
    for (const options of [{ viewport: PHONE, colorScheme: 'dark' as const }, {}]) {
      await portal.inBrowser(options, async (page) => {
        await signInAs(page, 'admin@d100001.example');
        for (const path of paths) {
          await page.goto(path);
          await assertGoodPage(page);
        }
      });
    }
  });

  it('is kept without JavaScript, by keyboard', async () => {
    await portal.inBrowser({ javaScriptEnabled: false, viewport: PHONE }, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto(`${BASE}/ansprechpersonen/neu`);
      await page.focus('[name=name]');
      await page.keyboard.type('Ayşe Yıldız');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Poststelle');
      await page.keyboard.press('Enter');
      await page.waitForURL('**?ok=add');
      await page.getByRole('link', { name: 'Ayşe Yıldız' }).press('Enter');
      await page.getByRole('link', { name: /Entfernen/ }).press('Enter');
      await page.getByRole('button', { name: 'Ja, entfernen' }).press('Enter');
      await page.waitForURL('**?ok=remove');
    });
  });

  it('shows conflicts, doubts and wrong rows so that everybody can find them', async () => {
    const ids = await idsOf(portal.database);
    const path = `${BASE}/anschriften/${ids.address('Notariat')}`;
    await portal.inBrowser({ viewport: PHONE }, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      const other = await page.context().newPage();
      const save = { name: 'Speichern' };
      await page.goto(path);
      await other.goto(path);
      await other.fill('[name=street]', 'Amselstieg 30');
      await other.getByRole('button', save).click();
      await other.waitForURL('**?ok=change');
      await page.fill('[name=street]', 'Amselstieg 99');
      await page.getByRole('button', save).click();
      await page.getByRole('heading', { name: 'Jemand war schneller' }).waitFor();
      await assertGoodPage(page);
      await page.fill('[name=city]', 'Hamburg');
      await page.getByRole('button', { name: 'So speichern' }).click();
      await page.getByText('Diese Postleitzahl liegt nicht in Hamburg').waitFor();
      await assertGoodPage(page);
      await page.check('[name=confirmed]');
      await page.getByRole('button', save).click();
      await page.waitForURL('**?ok=change');

      await page.goto(`${BASE}/kostenstellen/einlesen`);
      const file = { name: 'liste.csv', mimeType: 'text/csv', buffer: Buffer.from('7100;Neu\n;Ohne\n') };
      await page.setInputFiles('[name=file]', file);
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      await page.getByRole('link', { name: 'Zeile 2: Die Nummer fehlt' }).click();
      await assertGoodPage(page);
      assert.equal(await page.evaluate('document.activeElement?.id'), 'f-code-2');
      await page.keyboard.type('7200');
      await page.getByRole('button', { name: 'übernehmen' }).first().click();
      await page.getByText('Eingelesen: 2 neu').waitFor();
    });
  });
});
