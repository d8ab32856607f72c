import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { assignCourier, courierDelivered, courierPickedUp } from '../../src/features/couriers/index.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { carrierCtx, ctxFor } from '../support/context.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const PHONE = { viewport: { width: 390, height: 844 } };
const { app: db } = portal.database;
const { customer } = await ctxFor({ db, customer: 'D100002' });
const desk = () => carrierCtx({ db, jobs: portal.services.jobs, customer, now: portal.clock() });

const main = (page: Page) => page.locator('main').innerText();
const numberOf = (page: Page) => /A-\d{4}-\d{6}/.exec(page.url())?.[0] ?? '';

/** Fills in a ride from the firm to a door inside of the ring and comes to its price. */
async function priceOf(page: Page): Promise<void> {
  await page.goto('/kuriere');
  await page.getByRole('link', { name: 'Kurier buchen' }).click();
  await fillIn(page);
  await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
}

async function fillIn(page: Page): Promise<void> {
  await page.selectOption('[name="from.addressId"]', { index: 1 });
  await page.fill('[name="to.recipient"]', 'Labor Beispiel');
  await page.fill('[name="to.street"]', 'Musterweg 3');
  await page.fill('[name="to.postcode"]', '10117');
  await page.fill('[name="to.city"]', 'Berlin');
  await page.fill('[name=content]', 'Kühlbox mit Proben');
  await page.fill('[name=kg]', '4');
  for (const side of ['length', 'width', 'height']) await page.fill(`[name=${side}]`, '25');
}

describe('a courier ride', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`is priced, booked at once, followed to the end, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await priceOf(page);
        assert.match(await main(page), /Grundpreis/);
        assert.match(
          await main(page),
          /kostenlos, bis ein Fahrer zugeteilt ist\. Danach kostet es den Grundpreis/,
        );
        assert.match(await main(page), /10:00–11:00 Uhr/);
        await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
        assert.match(await main(page), /Ihr Kurier ist gebucht/);
        const number = numberOf(page);
        await assignCourier(desk(), { number, rider: 'Mira Rad' });
        portal.clock.set('2026-11-23T10:20');
        await courierPickedUp(desk(), { number });
        portal.clock.set('2026-11-23T10:45');
        await courierDelivered(desk(), { number, receivedBy: 'Dr. Beispiel' });
        await page.reload();
        const text = await main(page);
        assert.match(text, /Fahrer: Mira Rad/);
        assert.match(text, /10:45 Uhr\s+entgegengenommen von Dr\. Beispiel/);
        assert.equal(await page.getByRole('link', { name: 'Fahrt stornieren' }).count(), 0);
        if (javaScriptEnabled) await assertGoodPage(page);
      });
    });

    it(`is cancelled for what the button says, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await priceOf(page);
        await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
        const number = numberOf(page);
        await page.getByRole('link', { name: 'Fahrt stornieren' }).click();
        // meanwhile a rider is assigned: nobody pays what the button did not say
        await assignCourier(desk(), { number, rider: 'Mira Rad' });
        await page.getByRole('button', { name: 'Ja, kostenlos stornieren' }).click();
        assert.match(await main(page), /Jemand war schneller/);
        await page.getByRole('button', { name: /Ja, für 7,90\s€ netto stornieren/ }).click();
        assert.match(
          await main(page),
          /Die Fahrt ist storniert\. Berechnet wird der Grundpreis von 7,90\s€ netto/,
        );
        await page.getByRole('link', { name: 'Auftrag mit Verlauf' }).click();
        assert.match(await main(page), /Stand und Stornieren finden Sie auf einer eigenen Seite/);
      });
    });
  }

  for (const javaScriptEnabled of [true, false]) {
    it(`is changed for a price that is shown before, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      portal.clock.set('2026-11-23T10:00');
      let number = '';
      await portal.inBrowser({ ...PHONE, javaScriptEnabled }, async (page) => {
        await signInAs(page, 'admin@d100002.example');
        await priceOf(page);
        await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
        number = numberOf(page);
        await page.getByRole('link', { name: 'Fahrt ändern' }).click();
        assert.match(await main(page), /Jetzt gebucht: Montag, 23\. November 2026, 10:00–11:00 Uhr/);
        assert.equal(await page.inputValue('[name="to.recipient"]'), 'Labor Beispiel');
        assert.equal(await page.inputValue('[name=kg]'), '4');
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('button', { name: 'Zwischenstopp hinzufügen' }).click();
        await page.fill('[name="stops.0.recipient"]', 'Apotheke');
        await page.fill('[name="stops.0.street"]', 'Musterweg 1');
        await page.fill('[name="stops.0.postcode"]', '10117');
        await page.fill('[name="stops.0.city"]', 'Berlin');
        await page.fill('[name="stops.0.hint"]', 'Hintereingang');
        await page.locator('input[name=when][value=hour]').check();
        await page.getByRole('button', { name: 'Zeitfenster zeigen' }).click();
        assert.equal(await page.inputValue('[name="stops.0.hint"]'), 'Hintereingang');
        await page.locator('input[name=slot]:not([disabled])').first().check();
        await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
        const text = await main(page);
        assert.match(text, /Hinweis \(1\. Zwischenstopp\)\s+keine Angabe\s+Hintereingang/);
        assert.match(text, /Summe netto\s+13,10\s€\s+\d+,\d\d\s€/);
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('button', { name: 'Verbindlich ändern' }).click();
        assert.match(await main(page), /Die Fahrt ist geändert/);
        assert.match(await main(page), /Hintereingang/);
        await page.getByRole('link', { name: 'Auftrag mit Verlauf' }).click();
        assert.match(await main(page), /Summe netto: 13,10\s€ → /);
      });
      await portal.drain();
      const letter = (await portal.letters()).findLast(
        ({ subject, text }) => subject.startsWith('Änderung') && text.includes(number),
      );
      assert.match(letter?.text ?? '', /bisher 13,10\s€, jetzt /);
    });
  }

  it('that a colleague changed meanwhile shows both, and loses nothing typed', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await priceOf(page);
      await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
      const ride = new URL(page.url()).pathname;
      const rewrite = async (tab: Page, reference: string) => {
        await tab.fill('[name=reference]', reference);
        await tab.getByRole('button', { name: 'Weiter zum Preis' }).click();
        await tab.getByRole('button', { name: 'Verbindlich ändern' }).click();
      };
      const other = await page.context().newPage();
      await page.goto(`${ride}/aendern`);
      await page.fill('[name=reference]', 'von mir');
      await other.goto(`${ride}/aendern`);
      await rewrite(other, 'von anderen');
      await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
      assert.match(await main(page), /Jemand war schneller/);
      assert.match(await main(page), /von anderen\s+von mir/);
      await assertGoodPage(page);
      await rewrite(page, 'von mir');
      assert.match(await main(page), /Die Fahrt ist geändert/);
    });
  });

  it('says beside the field where no courier goes and what no vehicle carries, and keeps what was typed', async () => {
    portal.clock.set('2026-11-23T10:00');
    await portal.inBrowser(PHONE, async (page) => {
      await signInAs(page, 'admin@d100002.example');
      await page.goto('/kuriere/neu');
      await page.getByRole('button', { name: 'Zwischenstopp hinzufügen' }).click();
      await fillIn(page);
      await page.fill('[name="to.postcode"]', '80331');
      await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
      assert.match(await main(page), /Dorthin fahren unsere Kuriere nicht/);
      assert.match(await main(page), /1\. Zwischenstopp Postleitzahl: Bitte ausfüllen/);
      assert.equal(await page.inputValue('[name="to.recipient"]'), 'Labor Beispiel');
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Letzten Zwischenstopp entfernen' }).click();
      await page.fill('[name="to.postcode"]', '10117');
      await page.fill('[name=kg]', '9000');
      await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
      assert.match(await main(page), /Dafür haben wir kein Fahrzeug/);
    });
  });

  for (const viewport of [PHONE.viewport, { width: 1280, height: 900 }]) {
    it(`shows pages without a flaw at ${viewport.width} pixels, also at night`, () =>
      portal.inBrowser({ viewport }, async (page) => {
        portal.clock.set('2026-11-23T10:00');
        await signInAs(page, 'admin@d100002.example');
        await page.goto('/kuriere');
        await assertGoodPage(page);
        await page.goto('/kuriere/neu');
        await assertGoodPage(page);
        await page.locator('input[name=when][value=half-hour]').check();
        await page.getByRole('button', { name: 'Zeitfenster zeigen' }).click();
        await page.locator('input[name=slot]:not([disabled])').first().check();
        await page.getByRole('button', { name: 'Zwischenstopp hinzufügen' }).click();
        await assertGoodPage(page);
        await page.getByRole('button', { name: 'Letzten Zwischenstopp entfernen' }).click();
        await fillIn(page);
        await page.getByRole('button', { name: 'Weiter zum Preis' }).click();
        await assertGoodPage(page);
        await page.getByRole('button', { name: 'Verbindlich buchen' }).click();
        await assertGoodPage(page);
        await page.getByRole('link', { name: 'Fahrt stornieren' }).click();
        await assertGoodPage(page);
        // twelve hours later nobody is signed in any more
        portal.clock.set('2026-11-23T22:00');
        await signInAs(page, 'admin@d100002.example');
        await page.goto('/kuriere/neu');
        assert.ok(await page.locator('input[name=when][value=now]').isDisabled());
        await assertGoodPage(page);
      }));
  }
});
