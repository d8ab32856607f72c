import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-password.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };

const main = (page: Page) => page.locator('main').innerText();

describe('signing in', () => {
  it('works by keyboard alone, with the focus always in sight', () =>
    portal.inBrowser({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.goto('/anmelden');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.textContent.trim()'), 'Zum Inhalt springen');
      await page.keyboard.press('Enter');
      for (const typed of ['D100001', 'admin@d100001.example', DEMO_PASSWORD]) {
        await page.keyboard.press('Tab');
        const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineStyle');
        assert.notEqual(outline, 'none');
        await page.keyboard.type(typed);
      }
      await page.keyboard.press('Enter');
      await page.waitForURL('**/');
      assert.match(await main(page), /Ihre nächsten Termine/);
    }));

  it('says the same to a wrong number, e-mail and password, and keeps what was typed', () =>
    portal.inBrowser(PHONE, async (page) => {
      const said = new Set<string>();
      for (const [number, email, password] of [
        ['D999999', 'admin@d100001.example', DEMO_PASSWORD],
        ['D100001', 'nobody@d100001.example', DEMO_PASSWORD],
        ['D100001', 'admin@d100001.example', 'wrong password'],
      ] as const) {
        await page.goto('/anmelden');
        await page.fill('[name=customerNumber]', number);
        await page.fill('[name=email]', email);
        await page.fill('[name=password]', password);
        await page.locator('main form button[type=submit]').first().click();
        said.add((await page.locator('[role=alert], .notice').first().innerText()).trim());
        assert.equal(await page.inputValue('[name=email]'), email);
        assert.equal(await page.inputValue('[name=password]'), '');
        await assertGoodPage(page);
      }
      assert.equal(said.size, 1);
    }));

  it('with a forgotten password leads through the mailbox to a new one, without JavaScript', () =>
    portal.inBrowser({ ...PHONE, javaScriptEnabled: false }, async (page) => {
      await page.goto('/passwort-vergessen');
      await page.fill('[name=email]', 'mitarbeit@d100002.example');
      await page.locator('main form button[type=submit]').first().click();
      assert.match(await main(page), /hinterlegt/);
      await portal.drain();
      const letters = await portal.letters();
      const letter = letters.findLast(({ recipient }) => recipient === 'mitarbeit@d100002.example');
      const oneTime = /\b[A-Z0-9]{4}(?:-[A-Z0-9]{4})+\b/.exec(letter?.text ?? '')?.[0] ?? '';

      await page.goto('/anmelden');
      await page.fill('[name=customerNumber]', 'd 100002');
      await page.fill('[name=email]', 'mitarbeit@d100002.example');
      await page.fill('[name=password]', oneTime.toLowerCase());
      await page.locator('main form button[type=submit]').first().click();
      await page.waitForURL('**/neues-passwort*');
      await page.goto('/auftraege');
      assert.match(page.url(), /neues-passwort/, 'nothing else is open before a new password is chosen');
      for (const field of await page.locator('main input[type=password]').all()) {
        await field.fill('Lampenfieber im Hausflur 7');
      }
      await page.locator('main form button[type=submit]').first().click();
      await page.waitForURL('**/');
    }));

  it('again after a session ended keeps a form that was being sent', () =>
    portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/abholungen/neu');
      await page.locator('input[name=slot]:not([disabled])').last().check();
      await page.selectOption('[name=addressId]', { index: 1 });
      await page.fill('[name=reference]', 'lange getippt');
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      // the working day ends before the button is pressed; the window is still days ahead
      portal.clock.advance({ hours: 9 });
      await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
      assert.match(await main(page), /Passwort/);
      await page.fill('[name=customerNumber]', 'D100001');
      await page.fill('[name=email]', 'admin@d100001.example');
      await page.fill('[name=password]', DEMO_PASSWORD);
      await page.locator('main form button[type=submit]').first().click();
      await page.getByRole('button', { name: 'Fortsetzen' }).click();
      await page.waitForURL(/bestaetigung/);
      assert.match(await main(page), /lange getippt/);
      portal.clock.set('2026-11-23T10:00');
    }));

  it('is there in English, and stays so', () =>
    portal.inBrowser({ ...PHONE, locale: 'en-GB' }, async (page) => {
      await page.goto('/anmelden');
      assert.equal(await page.locator('h1').innerText(), 'Sign in');
      await page.goto('/anmelden?lang=de');
      assert.equal(await page.locator('h1').innerText(), 'Anmelden');
      await page.goto('/hilfe');
      assert.equal(await page.locator('html').getAttribute('lang'), 'de');
      await signInAs(page, 'admin@d100003.example');
      assert.equal(await page.locator('html').getAttribute('lang'), 'en');
      await page.goto('/auftraege');
      assert.equal(await page.locator('h1').innerText(), 'Orders');
      await assertGoodPage(page);
    }));

  it('ends with signing out', () =>
    portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'mitarbeit@d100001.example');
      await page.getByText('Menü', { exact: true }).click();
      await page.getByRole('button', { name: 'Abmelden' }).click();
      await page.goto('/auftraege');
      assert.match(page.url(), /anmelden/);
    }));
});

describe('a person with few rights', () => {
  it('sees no button that would refuse, and learns why', () =>
    portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'mitarbeit@d100001.example');
      await page.goto('/abholungen/neu');
      await page.locator('input[name=slot]:not([disabled])').last().check();
      await page.selectOption('[name=addressId]', { index: 1 });
      await page.getByRole('button', { name: 'Weiter zum Prüfen' }).click();
      await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
      await page.getByRole('link', { name: /Auftrag ansehen/ }).click();
      assert.equal(await page.getByRole('link', { name: 'Auftrag stornieren' }).count(), 0);
      assert.match(await main(page), /Aufträge stornieren/);
      await page.goto(`${page.url()}/stornieren`);
      assert.match(await main(page), /Recht/);
      await assertGoodPage(page);
    }));
});
