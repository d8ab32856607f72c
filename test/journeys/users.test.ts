import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };
const DESK = { viewport: { width: 1280, height: 900 } };
const PASSWORD = 'zwei grüne Gießkannen';

const main = (page: Page) => page.locator('main').innerText();
const submit = (page: Page) => page.locator('main form button[type=submit]').first().click();

/** The path of the link in the latest letter to this address. */
async function linkFor(recipient: string): Promise<string> {
  await portal.drain();
  const letter = (await portal.letters()).findLast((one) => one.recipient === recipient);
  return (
    /http:\/\/portal\.test(\/\S+)/.exec(letter?.text ?? '')?.[1] ?? assert.fail(`no letter to ${recipient}`)
  );
}

async function signIn(page: Page, number: string, email: string): Promise<void> {
  await page.goto('/anmelden');
  await page.fill('[name=customerNumber]', number);
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', PASSWORD);
  await submit(page);
}

/** A firm registers, invites somebody, and they accept. */
async function journey(settings: BrowserContextOptions, guest: string): Promise<void> {
  // axe needs the page's timers, which stand still without JavaScript
  const assertGood = settings.javaScriptEnabled === false ? async () => {} : assertGoodPage;
  await portal.inBrowser(settings, async (page) => {
    await signInAs(page, 'admin@d100002.example');
    await page.goto('/konto');
    await assertGood(page);
    await page.locator('main').getByRole('link', { name: 'Benutzer' }).click();
    await assertGood(page);
    await page.getByRole('link', { name: '+ Nutzer einladen' }).click();
    await page.fill('[name=emails]', 'nonsense');
    await submit(page);
    assert.match(await main(page), /nonsense: Bitte eine E-Mail-Adresse eingeben/);
    await assertGood(page);
    await page.fill('[name=emails]', guest);
    await page.getByLabel('Aufträge stornieren').uncheck();
    await submit(page);
    assert.match(await main(page), /Die Einladung ist unterwegs/);
    await assertGood(page);
  });
  const link = await linkFor(guest);
  await portal.inBrowser(settings, async (page) => {
    await page.goto(link);
    assert.match(await main(page), /Klinikum Birkenhag/);
    await assertGood(page);
    await page.fill('[name=name]', 'Kim Neu');
    await page.fill('[name=password]', PASSWORD);
    await submit(page);
    assert.match(await main(page), /Die Einladung ist angenommen/);
    await signIn(page, 'D100002', guest);
    assert.match(await main(page), /Guten Tag, Kim Neu/);
    await page.goto('/konto/benutzer/einladen');
    assert.match(await main(page), /Nötig ist das Recht „Benutzer einladen“/);
    await assertGood(page);
    await page.getByRole('button', { name: 'Dieses Recht anfragen' }).click();
    await assertGood(page);
  });
}

describe('users', () => {
  it('are invited and accept, on a desk', () => journey(DESK, 'desk@d100002.example'));

  it('are invited and accept, on a phone in the dark', () =>
    journey({ ...PHONE, colorScheme: 'dark' }, 'phone@d100002.example'));

  it('are invited and accept, without JavaScript', () =>
    journey({ ...PHONE, javaScriptEnabled: false }, 'plain@d100002.example'));

  it('ask for a right and to join, and an administrator answers', async () => {
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'mitarbeit@d100003.example');
      await page.goto('/konto/lastschrift/neu');
      await page.locator('main form[action="/konto/rechte-anfrage"] button').click();
      await page.waitForURL('**/konto/rechte-anfrage');
      await page.context().clearCookies();
      await page.goto('/registrieren?lang=de');
      await page.fill('[name=customerNumber]', 'D100003');
      await page.fill('[name=name]', 'Toni Tester');
      await page.fill('[name=email]', 'toni@papierkranich.example');
      await page.fill('[name=password]', PASSWORD);
      await submit(page);
      await portal.drain();
    });
    await portal.inBrowser(DESK, async (page) => {
      await signInAs(page, 'admin@d100003.example');
      for (const link of [/anfragen/, /beitritt/]) {
        await page.goto('/konto/benutzer');
        await assertGoodPage(page);
        const href = (
          await page.locator('.notice a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))
        ).find((one) => link.test(one ?? ''));
        await page.goto(href ?? '');
        await assertGoodPage(page);
        await page.locator('main form button').first().click();
        await page.waitForURL(/getan=granted/);
      }
    });
    assert.match(await linkFor('toni@papierkranich.example'), /^\/registrieren\/bestaetigen\//);
  });

  it('get and lose rights, and go for good, by keyboard alone', () =>
    portal.inBrowser(DESK, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/konto/benutzer');
      await page
        .getByRole('link', { name: /^Ändern/ })
        .last()
        .focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/benutzer\/\d+$/);
      await assertGoodPage(page);
      await page.getByLabel('Aufträge stornieren').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await page.waitForURL(/getan=rights/);
      assert.match(await main(page), /Aufträge stornieren/);
      await page
        .getByRole('link', { name: /löschen$/ })
        .last()
        .focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/loeschen$/);
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Endgültig löschen' }).focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/getan=deleted/);
      assert.doesNotMatch(await main(page), /mitarbeit@d100001/);
    }));
});

describe('registering', () => {
  it('leads through the mailbox to the first sign-in, on a phone', () =>
    portal.inBrowser(PHONE, async (page) => {
      await page.goto('/anmelden');
      await page.getByRole('link', { name: 'Jetzt registrieren' }).click();
      await assertGoodPage(page);
      await submit(page);
      await assertGoodPage(page);
      await page.fill('[name=customerNumber]', 'd 100 004');
      await page.fill('[name=name]', 'Mara Moos');
      await page.fill('[name=email]', 'office@d100004.example');
      await page.fill('[name=password]', PASSWORD);
      await submit(page);
      await assertGoodPage(page);
      await page.goto(await linkFor('office@d100004.example'));
      await assertGoodPage(page);
      await page.fill('[name=password]', PASSWORD);
      await submit(page);
      assert.match(await main(page), /Ihr Zugang ist eingerichtet/);
      await assertGoodPage(page);
      await signIn(page, 'D100004', 'office@d100004.example');
      assert.match(await main(page), /Guten Tag, Mara Moos/);
    }));

  it('says while it is typed how good the password is', () =>
    portal.inBrowser(DESK, async (page) => {
      await page.goto('/registrieren');
      const said = page.locator('[name=password] + [role=status]');
      for (const [typed, hint] of [
        ['kurz', 'Noch 6 Zeichen'],
        ['aaaaaaaaaaaa', 'Zu eintönig: leicht zu erraten'],
        ['zehn zeich', 'Reicht. Länger ist sicherer.'],
        [PASSWORD, 'Sehr gut'],
      ] as const) {
        await page.fill('[name=password]', typed);
        assert.equal(await said.innerText(), hint);
      }
      await assertGoodPage(page);
    }));
});
