import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { weekOf } from '../../src/domain/weekly-report/index.ts';
import { storeDocument } from '../../src/features/documents/index.ts';
import { makeWeeklyReport } from '../../src/features/weekly-reports/index.ts';
import { transaction } from '../../src/platform/context.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { carrierCtx, ctxFor } from '../support/context.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const { db, jobs } = portal.services;
const { customer } = await ctxFor({ db, jobs });
const ctx = carrierCtx({ db, jobs, customer, now: portal.clock() });
const day = (text: string) => Temporal.PlainDate.from(text);
await portal.database.owner.sql(
  `insert into mail_volume (customer_id, service_date, product_code, pieces, weight_grams, source, clerk_name, created_at)
   values ($1, '2026-11-17', 'LETTER_STD', 212, 3000, 'typed', 'x', now())`,
  [customer.id],
);
await makeWeeklyReport(ctx, portal.services, weekOf(day('2026-11-17')));
for (const [number, gross] of [
  ['R-2026-000001', 11_900],
  ['R-2026-000002', 23_800],
] as const) {
  await transaction(ctx, (tx) =>
    storeDocument(tx, ctx, {
      kind: 'invoice',
      number,
      documentDate: day('2026-11-20'),
      period: { from: day('2026-11-01'), to: day('2026-11-30') },
      sums: { net: (gross * 100) / 119, gross },
      shares: [{ label: '1100 Prozessabteilung', net: (gross * 100) / 119 }],
      files: { pdf: { name: `${number}.pdf`, bytes: Buffer.from(`%PDF-1.7 ${number}`) } },
    }),
  );
}

const PHONE = { viewport: { width: 390, height: 844 } };
const PLACE = '/rechnungen-und-berichte';

async function downloadOf(page: Page, act: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return download.suggestedFilename();
}

describe('invoices and reports', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`are found, looked at and taken along on a phone, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, () =>
      portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100001.example');
        await page.goto(PLACE);
        const mark = await page.locator('.tabs .count').first().boundingBox();
        const tab = await page
          .locator('.tabs a', { has: page.locator('.count') })
          .first()
          .boundingBox();
        assert.ok(mark && tab && mark.y >= tab.y && mark.x > tab.x, 'the mark of what is new is in its tab');
        await page.fill('[name=search]', '000002');
        await page.getByRole('button', { name: 'Anzeigen' }).click();
        await page.waitForURL(/search=000002/);
        const link = page.getByRole('link', { name: 'R-2026-000002', exact: true });
        await link.waitFor();
        assert.equal(await page.getByRole('link', { name: 'R-2026-000001', exact: true }).count(), 0);
        await page.getByRole('checkbox', { name: /R-2026-000002/ }).check();
        assert.equal(
          await downloadOf(page, () => page.getByRole('button', { name: 'Ausgewählte als ZIP' }).click()),
          'D100001-2026-11-23.zip',
        );
        await link.click();
        assert.match(await page.locator('h1').innerText(), /Rechnung R-2026-000002/);
        assert.equal(
          await downloadOf(page, () => page.getByRole('link', { name: 'PDF', exact: true }).click()),
          'R-2026-000002.pdf',
        );
      }));
  }

  for (const viewport of [PHONE.viewport, { width: 1280, height: 900 }]) {
    it(`have pages without a flaw at ${viewport.width} px`, () =>
      portal.inBrowser({ viewport }, async (page) => {
        await signInAs(page, 'admin@d100001.example');
        for (const address of [
          PLACE,
          `${PLACE}/wochenberichte`,
          `${PLACE}/belege`,
          `${PLACE}/jahr`,
          `${PLACE}?search=nothing`,
          `${PLACE}/R-2026-000001`,
        ]) {
          await page.goto(address);
          for (const summary of await page.locator('summary').all()) {
            if (await summary.isVisible()) await summary.click();
          }
          await assertGoodPage(page);
        }
      }));
  }
});
