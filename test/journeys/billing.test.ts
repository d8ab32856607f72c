import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import {
  BILLING_DAY,
  countedMail,
  doneOrder,
} from '../../src/features/invoices/test-support/billing.fixture.ts';
import { giveMandate } from '../../src/features/mandates/index.ts';
import { mandateInput, SIGNING } from '../../src/features/mandates/sample.fixture.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { ctxFor } from '../support/context.ts';
import { staffToken } from '../support/staff.ts';

const portal = await portalInBrowser({ at: '2026-12-02T10:00' });
const { database, services, drain } = portal;

/** A clerk of billing is signed in at the desk. */
async function clerkIn(page: Page): Promise<void> {
  const value = await staffToken(database, portal.clock(), { roles: ['billing'] });
  await page.context().addCookies([{ name: 'kundenportal-desk', value, url: portal.origin }]);
}

/** A month in which something was done, also by a firm that is debited. */
async function month(): Promise<void> {
  await countedMail(database, { product: 'LETTER_STD', pieces: 1200, day: '2026-11-02', costCentre: '1100' });
  await doneOrder(database, { reference: 'Fristsachen Az. 12/26', costCentre: '1200 Notariat' });
  await doneOrder(database, { customer: 'D100002' });
  const admin = await ctxFor({
    db: database.app,
    jobs: services.jobs,
    now: BILLING_DAY,
    customer: 'D100002',
  });
  await giveMandate({ ...admin, confirmedAt: admin.now }, mandateInput(), SIGNING);
}

describe('the month of a billing clerk', () => {
  it('goes from the preview to paid invoices, without JavaScript and on a phone, and the firm sees it', async () => {
    await month();
    await portal.inBrowser({ javaScriptEnabled: true }, async (page) => {
      await clerkIn(page);
      await page.goto('/desk/rechnungen?monat=2026-11');
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Rechnungen ausstellen' }).click();
      await page.getByText('0 von 2 Firmen sind bearbeitet').waitFor();
      await assertGoodPage(page);
      await drain();
      await page.getByRole('link', { name: 'Stand aktualisieren' }).click();
      await page.getByText('Der Lauf ist fertig').waitFor();
    });

    // the rest without JavaScript, which is how a strict browser at the desk may be set up
    await portal.inBrowser(
      { javaScriptEnabled: false, viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
      async (page) => {
        await clerkIn(page);
        await page.goto('/desk/rechnungen/belege');
        await page.getByRole('link', { name: 'R-2026-000001' }).click();
        await page.getByLabel('Betrag in Euro').fill('viel');
        await page.getByRole('button', { name: /Erfassen.*Zahlung erfassen/ }).click();
        await page.getByRole('link', { name: /Betrag in Euro/ }).waitFor();
        await page.getByLabel('Betrag in Euro').fill('1.025,19');
        await page.getByRole('button', { name: /Erfassen.*Zahlung erfassen/ }).click();
        await page.getByText('Die Zahlung ist erfasst.').waitFor();
        await page.getByRole('link', { name: 'Korrigieren' }).click();
        await page.getByLabel(/Position 1, Standardbrief/).fill('200');
        await page.getByLabel('Grund').fill('Falsch gezählt');
        await page.getByRole('button', { name: 'Korrektur prüfen' }).click();
        await page.getByText('und nach der Korrektur').waitFor();
        await page.getByRole('button', { name: 'Rechnungskorrektur ausstellen' }).click();
        await page.getByText('Die Rechnungskorrektur ist ausgestellt.').waitFor();
      },
    );

    await portal.inBrowser({}, async (page) => {
      await clerkIn(page);
      for (const address of [
        '/desk/rechnungen/belege',
        '/desk/rechnungen/belege/R-2026-000001',
        '/desk/rechnungen/belege/R-2026-000001/korrigieren',
        '/desk/rechnungen/belege/R-2026-000001/korrigieren/pruefen?menge-1=200&reason=Falsch+gez%C3%A4hlt',
        '/desk/rechnungen/belege/R-2026-000001/stornieren',
        '/desk/rechnungen/offene-posten',
        '/desk/rechnungen/lastschriften',
        '/desk/rechnungen/mahnungen',
      ]) {
        await page.goto(address);
        await assertGoodPage(page);
      }
      await page.goto('/desk/rechnungen/lastschriften');
      await page.getByRole('button', { name: /Datei erzeugen/ }).click();
      await page.getByText('Die Datei ist erzeugt.').waitFor();
      await assertGoodPage(page);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Herunterladen' }).click(),
      ]);
      assert.match(file.suggestedFilename(), /^L-2026-\d{6}-CORE\.xml$/);
      await page.reload();
      await page.getByText('Erneut herunterladen').waitFor();
      await assertGoodPage(page);
      await drain();
    });

    await portal.inBrowser({}, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await page.goto('/rechnungen-und-berichte');
      await page.getByText('R-2026-000002').first().waitFor();
      await page
        .getByText(/16\.12\.2026/)
        .first()
        .waitFor();
    });
  });
});
