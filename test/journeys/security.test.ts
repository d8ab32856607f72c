import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { codeAt } from '../support/second-factor.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
/** The same portal under a name: browsers make passkeys for no address of numbers. */
const LOCALHOST = portal.origin.replace('127.0.0.1', 'localhost');
const PHONE = { viewport: { width: 390, height: 844 }, baseURL: LOCALHOST };
const DESK = { viewport: { width: 1280, height: 900 }, baseURL: LOCALHOST };
const main = (page: Page) => page.locator('main').innerText();
const press = (page: Page, form: string) =>
  page.locator(`main form[action="${form}"] button`).first().click();

/** An authenticator that the browser takes for one in the device; it touches and verifies by itself. */
async function withAuthenticator(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    answers: (isUserVerified: boolean) =>
      cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
  };
}

describe('a passkey', () => {
  it('is added, signs in, is the proof of identity, and is removed', () =>
    portal.inBrowser(DESK, async (page) => {
      const { keys } = await withAuthenticator(page);
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/konto/sicherheit/passkey');
      await assertGoodPage(page);
      await page.fill('[name=name]', 'Notebook im Büro');
      await press(page, '/konto/sicherheit/passkey');
      await page.waitForSelector('.codes');
      assert.equal(await page.locator('.codes code').count(), 10);
      const download = page.waitForEvent('download');
      await page.getByText('Als Textdatei speichern').click();
      assert.equal((await download).suggestedFilename(), 'kundenportal-codes.txt');
      assert.equal((await keys()).length, 1);

      // the same device makes no second one
      await page.goto('/konto/sicherheit/passkey');
      await press(page, '/konto/sicherheit/passkey');
      await page.getByText('gibt es schon einen Passkey').waitFor();

      await page.locator('form[action="/abmelden"] button').first().click();
      await press(page, '/anmelden/passkey');
      await page.waitForURL('**/');
      assert.match(await main(page), /Henrike Brandt/);

      portal.clock.advance({ minutes: 11 });
      await page.goto('/konto/sicherheit/app');
      assert.match(page.url(), /bestaetigen/);
      await assertGoodPage(page);
      await press(page, '/konto/bestaetigen/passkey');
      await page.waitForURL('**/konto/sicherheit/app');

      await page.goto('/konto/sicherheit');
      assert.match(await main(page), /Notebook im Büro/);
      await assertGoodPage(page);
      await press(page, '/konto/sicherheit/passkey/entfernen');
      await page.waitForURL('**ok=passkey-entfernt');
    }));

  it('that nobody answers for says so, and can be tried again', () =>
    portal.inBrowser(PHONE, async (page) => {
      const { answers } = await withAuthenticator(page);
      await signInAs(page, 'admin@d100002.example');
      await page.goto('/konto/sicherheit/passkey');
      await answers(false);
      await press(page, '/konto/sicherheit/passkey');
      await page.getByText('Sie können es noch einmal versuchen').waitFor();
      await assertGoodPage(page);
      await answers(true);
      await press(page, '/konto/sicherheit/passkey');
      await page.waitForSelector('.codes');
    }));

  it('is not there without JavaScript, and the page says what it needs', () =>
    portal.inBrowser({ ...DESK, javaScriptEnabled: false }, async (page) => {
      await signInAs(page, 'admin@d100003.example');
      await page.goto('/konto/sicherheit/passkey');
      assert.ok(!(await page.locator('[data-passkey]').isVisible()));
      assert.match(await main(page), /Passkeys (brauchen|need) JavaScript/);
    }));
});

describe('an app for codes', () => {
  it('is set up and used by keyboard alone, without JavaScript, on a phone', () =>
    portal.inBrowser({ ...PHONE, javaScriptEnabled: false }, async (page) => {
      await signInAs(page, 'mitarbeit@d100001.example');
      await page.goto('/konto/sicherheit/app');
      await press(page, '/konto/sicherheit/app/neu');
      const secret = (await page.locator('main code').first().innerText()).replaceAll(' ', '');
      assert.ok(await page.locator('svg.qr').isVisible());
      await page.focus('[name=otp]');
      await page.keyboard.type(codeAt(secret, portal.clock()));
      await page.keyboard.press('Enter');
      await page.waitForSelector('.codes');
      assert.equal(await page.locator('.codes code').count(), 10);
      await page.locator('main a.btn.primary').click();
      await page.waitForURL('**ok=app');
      assert.match(await main(page), /Die App ist eingerichtet/);

      // on a phone the way out is in the menu
      await page.locator('details.menu summary').focus();
      await page.keyboard.press('Enter');
      await page.locator('form[action="/abmelden"] button').first().click();
      portal.clock.advance({ minutes: 1 });
      await page.fill('[name=customerNumber]', 'D100001');
      await page.fill('[name=email]', 'mitarbeit@d100001.example');
      await page.fill('[name=password]', 'Spreebrief-Demo-2026');
      await page.keyboard.press('Enter');
      await page.fill('[name=otp]', codeAt(secret, portal.clock()));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      await page.focus('[name=otp]');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/');
      assert.match(await main(page), /Jonas Wieland/);
      await page.goto('/konto/sicherheit');
      assert.match(await main(page), /dieses Gerät/);
    }));

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`has pages without a fault, narrow and wide, ${colorScheme}`, () =>
      portal.inBrowser({ ...PHONE, colorScheme }, async (page) => {
        await signInAs(page, 'mitarbeit@d100002.example');
        for (const viewport of [PHONE.viewport, DESK.viewport]) {
          await page.setViewportSize(viewport);
          for (const address of [
            '/konto/sicherheit',
            '/konto/passwort',
            '/konto/sicherheit/app',
            '/konto/bestaetigen',
          ]) {
            await page.goto(address);
            await assertGoodPage(page);
          }
          await page.goto('/konto/sicherheit/app');
          await press(page, '/konto/sicherheit/app/neu');
          await assertGoodPage(page);
        }
      }));
  }

  it('is set up in the middle of signing in where the firm asks for a second factor', () =>
    portal.inBrowser(PHONE, async (page) => {
      await portal.database.owner.sql(
        "update customer set requires_second_factor = true where number = 'D100003'",
      );
      await page.goto('/auftraege');
      await page.fill('[name=customerNumber]', 'D100003');
      await page.fill('[name=email]', 'mitarbeit@d100003.example');
      await page.fill('[name=password]', 'Spreebrief-Demo-2026');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/anmelden/einrichten**');
      await assertGoodPage(page);
      await press(page, '/anmelden/einrichten/neu');
      const secret = (await page.locator('main code').first().innerText()).replaceAll(' ', '');
      await page.fill('[name=otp]', codeAt(secret, portal.clock()));
      await press(page, '/anmelden/einrichten');
      await page.waitForSelector('.codes');
      await page.locator('main a.btn.primary').click();
      await page.waitForURL('**/auftraege');
      // the tests of this file share the firms, in any order
      await portal.database.owner.sql('update customer set requires_second_factor = false');
    }));
});

describe('somebody who acts for two firms', () => {
  it('sees on a phone for which one, and switches by keyboard', () =>
    portal.inBrowser(PHONE, async (page) => {
      await page.goto('/anmelden');
      await page.fill('[name=customerNumber]', 'D100002');
      await page.fill('[name=email]', 'buero@mehrfach.example');
      await page.fill('[name=password]', 'Spreebrief-Demo-2026');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/');
      const who = page.locator('.acting');
      assert.match(await who.innerText(), /D100002/);
      await assertGoodPage(page);
      await page.getByRole('link', { name: 'Firma wechseln' }).click();
      await assertGoodPage(page);
      await page.focus('input[value=D100002]');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/');
      assert.match(await who.innerText(), /D100003/);
    }));
});
