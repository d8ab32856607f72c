import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { bookRide } from '../../src/features/couriers/index.ts';
import { rideInput } from '../../src/features/couriers/test-support/sample.fixture.ts';
import { takeRideStep } from '../../src/features/desk-today/take-ride-step.ts';
import { startStaffSession } from '../../src/platform/sessions/index.ts';
import { assertGoodPage, portalInBrowser } from '../support/browser.ts';
import { berlin } from '../support/clock.ts';
import { carrierCtx, ctxFor } from '../support/context.ts';
import { idsOf } from '../support/orders.ts';
import { codeAt } from '../support/second-factor.ts';
import { addStaff, giveStaffLogin, STAFF_PASSWORD } from '../support/staff.ts';

const portal = await portalInBrowser({ at: '2026-11-30T11:00' });
const { database, services } = portal;

/** A clerk with password and app, signed in eleven minutes ago. */
async function arriveAtDesk(page: Page) {
  portal.clock.set('2026-11-30T11:00');
  const staffId = await addStaff(database, { roles: ['admin'], name: 'Ada Admin' });
  const { secret } = await giveStaffLogin(database, staffId);
  const now = portal.clock();
  const value = await database.app.deskTransaction((tx) =>
    startStaffSession(tx, { staffId, stage: 'full', now, userAgent: '' }),
  );
  await page.context().addCookies([{ name: 'kundenportal-desk', value, url: portal.origin }]);
  portal.clock.advance({ minutes: 11 });
  return { secret };
}

async function confirm(page: Page, secret: string): Promise<void> {
  await page.fill('[name=password]', STAFF_PASSWORD);
  await page.fill('[name=otp]', codeAt(secret, portal.clock()));
  await page.getByRole('button', { name: 'Bestätigen' }).click();
}

describe('a clerk', () => {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? 'with' : 'without';
    it(`exchanges the app and makes new codes after proving who they are, ${how} JavaScript`, async () => {
      await portal.inBrowser({ javaScriptEnabled }, async (page) => {
        const { secret } = await arriveAtDesk(page);
        await page.goto('/desk/zugang');
        await page.getByRole('link', { name: 'App austauschen' }).click();
        if (javaScriptEnabled) await assertGoodPage(page);
        await confirm(page, secret);
        await page.getByRole('button', { name: 'QR-Code anzeigen' }).first().click();
        if (javaScriptEnabled) await assertGoodPage(page);
        const shown = (await page.locator('main code').first().innerText()).replaceAll(/\s/g, '');
        await page.fill('[name=otp]', codeAt(shown, portal.clock()));
        await page
          .locator('main form', { has: page.locator('[name=otp]') })
          .getByRole('button')
          .click();
        await page.getByText('Die neue App ist eingerichtet').waitFor();
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('button', { name: 'Neue Wiederherstellungscodes' }).click();
        assert.equal(await page.locator('.codes li').count(), 10);
      });
    });

    it(`writes down which boxes a driver took along, ${how} JavaScript`, async () => {
      await portal.inBrowser({ javaScriptEnabled }, async (page) => {
        await arriveAtDesk(page);
        await page.goto('/desk/heute');
        await page.getByRole('link', { name: 'Leihkisten' }).click();
        await page.fill('[name=kunde]', 'D100001');
        await page.locator('main form').getByRole('button').first().click();
        await page.getByRole('heading', { name: /Leihkisten: D100001/ }).waitFor();
        await page.selectOption('[name=addressId]', { index: 1 });
        await page.selectOption('[name=productCode]', { index: 1 });
        await page.fill('[name=returned]', '2');
        await page.getByRole('button', { name: 'Bewegung speichern' }).click();
        await page.getByText('Die Bewegung ist gespeichert').waitFor();
        await page.getByText('2 zurückgenommen').first().waitFor();
        if (javaScriptEnabled) await assertGoodPage(page);
      });
    });
  }

  it('sees good pages in both languages on a phone and on a wide screen', async () => {
    const { jobs } = services;
    const firm = await ctxFor({ db: database.app, jobs });
    const [order] = await bookRide(firm, rideInput(await idsOf(database), { slot: '2026-11-30T13:00' }));
    const number = order?.number ?? '';
    const desk = carrierCtx({ db: database.app, jobs, now: berlin('2026-11-30T10:00') });
    await takeRideStep(desk, { number, step: 'assigned', rider: 'Mira Rad' });
    for (const width of [390, 1280]) {
      await portal.inBrowser({ viewport: { width, height: 900 } }, async (page) => {
        await arriveAtDesk(page);
        for (const button of ['English', 'Deutsch']) {
          await page.goto('/desk/zugang');
          await page
            .locator('header details.menu summary')
            .click()
            .catch(() => {});
          await page.locator('form[action="/desk/sprache"] button', { hasText: button }).click();
          for (const path of [
            '/desk/zugang',
            '/desk/bestaetigen',
            '/desk/kisten',
            '/desk/kisten?kunde=D100001',
            `/desk/heute/${number}`,
            '/desk/kunden/D100001/auftraege',
            '/desk/kunden/D100001/dokumente',
            '/desk/kunden/D100001/verlauf',
            '/desk/protokoll',
            '/desk/mengen',
            '/desk/katalog',
            '/desk/katalog/kurierzonen/RING',
            '/desk/katalog/kurierpreise/BIKE',
            '/desk/katalog/zusagen/telefon',
          ]) {
            await page.goto(path);
            await assertGoodPage(page);
          }
        }
      });
    }
  });
});
