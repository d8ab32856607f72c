import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });

describe('somebody who needs help', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`finds an answer and asks without signing in, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      await portal.inBrowser({ javaScriptEnabled }, async (page) => {
        await page.goto('/hilfe');
        if (javaScriptEnabled) await assertGoodPage(page);
        assert.match(await page.locator('main').innerText(), /Jetzt erreichbar, heute bis 18:00 Uhr/);
        await page.fill('[name=q]', 'passwort vergessen');
        if (javaScriptEnabled) await page.getByText('1 Antwort gefunden').waitFor();
        else await page.getByRole('button', { name: 'Anzeigen' }).click();
        await page.getByText('Ich habe mein Passwort vergessen').waitFor();
        // the only answer is open already, its link leads on
        assert.ok(await page.locator('details[open] a[href="/passwort-vergessen"]').isVisible());

        await page.goto('/kontakt');
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.fill('[name=name]', 'Vera Visit');
        await page.fill('[name=email]', javaScriptEnabled ? 'vera@example.org' : 'vero@example.org');
        await page.fill('[name=message]', 'Ich komme nicht hinein.');
        await page.getByRole('button', { name: 'Abschicken' }).click();
        assert.match(await page.locator('[role=alert]').innerText(), /Worum geht es\?.*Betreff/s);
        assert.equal(await page.inputValue('[name=message]'), 'Ich komme nicht hinein.');
        await page.selectOption('[name=topic]', 'access');
        await page.fill('[name=subject]', 'Anmeldung');
        await page.getByRole('button', { name: 'Abschicken' }).click();
        await page.waitForURL('**/kontakt/gesendet');
        if (javaScriptEnabled) await assertGoodPage(page);
      });
      await portal.drain();
      assert.ok(
        (await portal.letters()).some(({ subject }) =>
          /Ihre Anfrage K-2026-\d+ ist angekommen/.test(subject),
        ),
      );
    });
  }

  it('asks about an order and goes on in the thread, signed in, on a phone and in the dark', async () => {
    const phone = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;
    await portal.inBrowser(phone, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/kontakt');
      await assertGoodPage(page);
      await page.selectOption('[name=topic]', 'complaint');
      await page.fill('[name=subject]', 'Zu spät');
      await page.fill('[name=message]', 'Gestern kam niemand.\n\nWas ist los?');
      await page.getByRole('button', { name: 'Abschicken' }).click();
      await page.waitForURL(/\/hilfe\/anfragen\/K-/);
      await assertGoodPage(page);
      await page.fill('[name=message]', 'Und heute auch nicht.');
      await page.getByRole('button', { name: 'Nachricht senden' }).click();
      await page.getByText('Ihre Nachricht ist angekommen').waitFor();
      assert.equal(await page.locator('.thread li').count(), 2);
      await page.getByRole('link', { name: 'Alle Anfragen' }).click();
      await assertGoodPage(page);
    });
  });

  it('reads all of it in English', async () => {
    await portal.inBrowser({ locale: 'en-GB' }, async (page) => {
      await page.goto('/hilfe?lang=en');
      await assertGoodPage(page);
      await page.getByText('How do I change or cancel an order?').click();
      await page.goto('/kontakt');
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.locator('[data-error-summary]').waitFor();
      await assertGoodPage(page);
    });
  });
});
