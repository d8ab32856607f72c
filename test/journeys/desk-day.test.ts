import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { bookDropOff } from '../../src/features/drop-offs/index.ts';
import { dropOffInput } from '../../src/features/drop-offs/test-support/sample.fixture.ts';
import { bookPickup } from '../../src/features/pickups/index.ts';
import { assertGoodPage, portalInBrowser } from '../support/browser.ts';
import { ctxFor } from '../support/context.ts';
import { idsOf, pickupInput } from '../support/orders.ts';
import { staffToken } from '../support/staff.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const { database, services } = portal;
const admin = await ctxFor({ db: database.app, jobs: services.jobs });
const ids = await idsOf(database);

const WIDE = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

async function pickups(count: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let index = 0; index < count; index += 1) {
    await database.owner.sql('update slot set booked = 0');
    const [order] = await bookPickup(admin, pickupInput(ids));
    numbers.push(order?.number ?? '');
  }
  return numbers;
}

async function manifestCode(): Promise<string> {
  await database.owner.sql('update slot set booked = 0');
  await bookDropOff(admin, dropOffInput());
  const [row] = await database.owner.sql<{ code: string }>(
    'select manifest_code as code from drop_off order by order_id desc limit 1',
  );
  return row?.code ?? '';
}

/** The desk in a browser in which a clerk with these roles has signed in. */
async function atDesk(page: Page): Promise<void> {
  portal.clock.set('2026-11-30T11:00');
  const value = await staffToken(database, portal.clock(), { roles: ['dispatch', 'billing'] });
  await page.context().addCookies([{ name: 'kundenportal-desk', value, url: portal.origin }]);
}

const main = (page: Page) => page.locator('main').innerText();

describe("a clerk's day", () => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    const tour = javaScriptEnabled ? 'Mitte 1' : 'Mitte 2';
    it(`goes from the tours to what was done, ${how} JavaScript`, async () => {
      const [first = '', second = '', third = ''] = await pickups(3);
      await portal.inBrowser({ ...WIDE, javaScriptEnabled }, async (page) => {
        await atDesk(page);
        await page.goto('/desk/heute?stand=open');
        await page.getByRole('checkbox', { name: new RegExp(first) }).check();
        await page.getByRole('checkbox', { name: new RegExp(second) }).check();
        await page.selectOption('[name=fahrtour]', tour);
        await page.getByRole('button', { name: 'Zuteilen', exact: true }).click();
        await page.waitForURL(/getan=2/);
        await page.goto(`/desk/heute?${new URLSearchParams({ tour })}`);
        assert.ok((await main(page)).includes(first));
        assert.equal((await main(page)).includes(third), false);
        await page.getByRole('button', { name: new RegExp(`Ausgeführt ${first}`) }).click();
        await page.waitForURL(/getan=1/);
        assert.match(await main(page), /ausgeführt um 11:00/i);
        // one with everything that can be said about it
        await page.goto(`/desk/heute/${second}`);
        await page.fill('[name=uhrzeit]', '10:40');
        await page.fill('[name=stueck]', '120');
        await page.getByRole('button', { name: 'Ausgeführt', exact: true }).click();
        await page.getByText('um 10:40, 120 Stück').waitFor();
        // one that did not happen
        await page.goto(`/desk/heute/${third}`);
        await page.selectOption('[name=grund]', 'vehicle');
        await page.getByRole('button', { name: 'Nicht ausgeführt' }).click();
        await page.getByText('Fahrzeug ausgefallen').first().waitFor();
        await page.getByRole('button', { name: 'Zurücknehmen' }).click();
        await page.getByRole('button', { name: 'Annehmen' }).waitFor({ state: 'visible' });
      });
    });

    it(`counts a drop-off and issues its receipt, ${how} JavaScript`, async () => {
      const code = await manifestCode();
      await portal.inBrowser({ ...WIDE, javaScriptEnabled }, async (page) => {
        await atDesk(page);
        await page.goto('/desk/einlieferungen');
        // a scanner types the code and presses enter
        await page.fill('[name=code]', code);
        await page.press('[name=code]', 'Enter');
        await page.waitForURL(/code=/);
        await page.fill('[name="pieces.LETTER_STD"]', '498');
        await page.getByRole('button', { name: 'Annehmen und Beleg ausstellen' }).click();
        assert.match(await main(page), /Warum gezählt und angemeldet verschieden sind: /);
        await page.fill('[name=reason]', 'Zwei fehlen');
        await page.getByRole('button', { name: 'Annehmen und Beleg ausstellen' }).click();
        await page.waitForURL(/EB-2026-/);
        assert.match(await main(page), /Der Beleg ist ausgestellt/);
      });
    });

    it(`records a volume and mends a file, ${how} JavaScript`, async () => {
      await portal.inBrowser({ ...WIDE, javaScriptEnabled }, async (page) => {
        await atDesk(page);
        await page.goto('/desk/mengen');
        await page.fill('[name=customer]', 'D100001');
        await page.selectOption('[name=product]', 'LETTER_STD');
        await page.fill('[name=pieces]', '77');
        await page.getByRole('button', { name: 'Erfassen' }).click();
        await page.getByText('Die Menge ist erfasst.').waitFor();
        await page.goto('/desk/mengen/einlesen');
        // the same content is the same file, whatever it is called
        const pieces = javaScriptEnabled ? 50 : 51;
        const rows = [`D100001;2026-11-27;LETTER_STD;;${pieces};1000`, 'D1;2026-11-27;LETTER_STD;;60;1200'];
        const content = ['Kundennummer;Datum;Produkt;Kostenstelle;Stück;Gewicht', ...rows].join('\n');
        await page.setInputFiles('[name=file]', {
          name: `machine-${how}.csv`,
          mimeType: 'text/csv',
          buffer: Buffer.from(content),
        });
        await page.getByRole('button', { name: 'Einlesen' }).click();
        await page.waitForURL(/dateien/);
        assert.match(await main(page), /1 Zeilen übernommen, 0 waren es schon, 1 sind zu verbessern/);
        await page.fill('[name=customer-3]', 'D100003');
        await page.getByRole('button', { name: 'Übernehmen, was stimmt' }).click();
        await page.waitForURL(/verworfen=0/);
        assert.match(await main(page), /Alle Zeilen sind übernommen/);
      });
    });
  }

  it('takes a step with many services in parts, and hears of what others do without a reload', async () => {
    await pickups(13);
    await portal.inBrowser(WIDE, async (page) => {
      await atDesk(page);
      await page.goto('/desk/heute?stand=open');
      for (const box of await page.locator('input[data-row]').all()) await box.check();
      await page.getByRole('button', { name: 'Annehmen', exact: true }).click();
      await page.locator('.badge', { hasText: 'angenommen' }).nth(12).waitFor();
      assert.equal(await page.locator('[data-said]').count(), 0);
      // somebody books: the page shows it by itself
      const before = await page.locator('input[data-row]').count();
      portal.clock.set('2026-11-23T10:00');
      const [fresh = ''] = await pickups(1);
      portal.clock.set('2026-11-30T11:00');
      await page.getByRole('link', { name: fresh }).waitFor();
      assert.equal(await page.locator('input[data-row]').count(), before + 1);
      // the keyboard walks over the rows
      await page.locator('input[data-row]').first().focus();
      await page.keyboard.press('j');
      await page.keyboard.press('x');
      assert.equal(await page.locator('input[data-row]').nth(1).isChecked(), true);
    });
  });

  for (const [name, options] of [
    ['wide', WIDE],
    ['on a phone', PHONE],
  ] as const) {
    it(`shows pages without a flaw, ${name}`, async () => {
      const [number = ''] = await pickups(1);
      const code = await manifestCode();
      await portal.inBrowser(options, async (page) => {
        await atDesk(page);
        for (const address of [
          '/desk/heute',
          `/desk/heute/${number}`,
          '/desk/heute/druck?tag=2026-11-30',
          '/desk/einlieferungen',
          `/desk/einlieferungen?code=${code}`,
          '/desk/mengen',
          '/desk/mengen/einlesen',
        ]) {
          await page.goto(address);
          await assertGoodPage(page);
        }
      });
    });
  }
});
