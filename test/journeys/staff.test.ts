import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser } from '../support/browser.ts';
import { codeAt } from '../support/second-factor.ts';
import { addStaff, giveStaffLogin, STAFF_PASSWORD } from '../support/staff.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const { database, clock } = portal;
const DESK = { viewport: { width: 1280, height: 900 } };
const PHONE = { viewport: { width: 390, height: 844 } };

const admin = await addStaff(database, { roles: ['admin'], name: 'Ada Admin' });
const login = await giveStaffLogin(database, admin);

async function signIn(page: Page): Promise<void> {
  // a code counts once: each sign-in has a time step of its own
  clock.advance({ seconds: 31 });
  await page.goto('/desk');
  await page.fill('[name=email]', login.email);
  await page.fill('[name=password]', STAFF_PASSWORD);
  await page.locator('main form button[type=submit]').first().click();
  await page.fill('[name=otp]', codeAt(login.secret, clock()));
  await page.locator('main form button[type=submit]').first().click();
  await page.locator('.main-nav').first().waitFor({ state: 'attached' });
}

for (const [name, options] of [
  ['on a large screen', DESK],
  ['on a phone in the dark', { ...PHONE, colorScheme: 'dark' as const }],
  ['without JavaScript', { ...DESK, javaScriptEnabled: false }],
] as const) {
  const canCheck = !('javaScriptEnabled' in options);
  const check = (page: Page) => (canCheck ? assertGoodPage(page) : Promise.resolve());
  const short = name.replaceAll(' ', '-');

  describe(`the desk ${name}`, () => {
    it('lets somebody new in, from the one-time password to the first page', () =>
      portal.inBrowser(options, async (page) => {
        await signIn(page);
        await page.goto('/desk/mitarbeitende');
        await check(page);
        await page.goto('/desk/mitarbeitende/neu');
        await check(page);
        await page.fill('[name=email]', `neu-${short}@spreebrief.example`);
        await page.fill('[name=name]', 'Nele Neu');
        await page.check('[name=role-care]');
        await page.check('[name=handOver][value=show]', { force: true });
        await page.locator('main form button[type=submit]').first().click();
        await page.locator('code.one-time').waitFor();
        const secret = await page.locator('code.one-time').innerText();
        // on a phone the way out lies behind the menu
        const menu = page.locator('details.menu summary');
        if (await menu.isVisible()) await menu.click();
        await page.locator('form[action="/desk/abmelden"] button').first().click();
        await page.waitForURL('**/desk/anmelden?abgemeldet=1');
        await check(page);

        await page.fill('[name=email]', `neu-${short}@spreebrief.example`);
        await page.fill('[name=password]', secret);
        await page.locator('main form button[type=submit]').first().click();
        await page.waitForURL('**/desk/neues-passwort');
        await check(page);
        await page.fill('[name=password]', 'Seven green trams');
        await page.fill('[name=repeat]', 'Seven green trams');
        await page.locator('main form button[type=submit]').first().click();
        await page.waitForURL('**/desk/zweiter-faktor');
        await check(page);
        await page.locator('form[action="/desk/zweiter-faktor/neu"] button').click();
        const shown = await page.locator('main p > code').first().innerText();
        await page.fill('[name=otp]', codeAt(shown.replaceAll(' ', ''), clock()));
        await page.locator('form[action="/desk/zweiter-faktor"] button').click();
        await page.locator('.codes').waitFor();
        await page.locator('main a.btn.primary').click();
        await page.waitForURL('**/desk/**');
        assert.match(await page.locator('header').innerText(), /Nele Neu|Menü/);
      }));

    it('shows mailbox, jobs and audit log', () =>
      portal.inBrowser(options, async (page) => {
        await signIn(page);
        for (const [place, heading] of [
          ['/desk/postfach', 'Postfach'],
          ['/desk/aufgaben', 'Aufgaben'],
          ['/desk/protokoll', 'Protokoll'],
        ] as const) {
          await page.goto(place);
          assert.equal(await page.locator('h1').innerText(), heading);
          await check(page);
        }
        await page.locator('tbody a').first().click();
        await page.locator('dl').first().waitFor();
        await check(page);
      }));
  });
}

describe('the desk in English', () => {
  it('has words for everything', () =>
    portal.inBrowser({ ...DESK, locale: 'en-GB' }, async (page) => {
      await page.goto('/desk/anmelden?lang=en');
      assert.equal(await page.locator('h1').innerText(), 'Staff sign-in');
      await database.owner.sql("update staff_account set language = 'en' where id = $1", [admin]);
      await signIn(page);
      for (const [place, heading] of [
        ['/desk/mitarbeitende', 'Staff'],
        ['/desk/postfach', 'Mailbox'],
        ['/desk/aufgaben', 'Jobs'],
        ['/desk/protokoll', 'Audit log'],
      ] as const) {
        await page.goto(place);
        assert.equal(await page.locator('h1').innerText(), heading);
      }
      await database.owner.sql("update staff_account set language = 'de' where id = $1", [admin]);
    }));
});
