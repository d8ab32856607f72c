import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { askCarrier } from '../../src/features/help/index.ts';
import { assertGoodPage, portalInBrowser, signInAs } from '../support/browser.ts';
import { ctxFor } from '../support/context.ts';
import { staffToken } from '../support/staff.ts';

const portal = await portalInBrowser({ at: '2026-11-23T10:00' });
const { database, services } = portal;
const admin = await ctxFor({ db: services.db, jobs: services.jobs });

async function signInAtDesk(page: Page, name: string): Promise<void> {
  const value = await staffToken(database, portal.clock(), { roles: ['care'], name });
  await page.context().addCookies([{ name: 'kundenportal-desk', value, url: portal.origin }]);
}

async function ask(subject: string): Promise<string> {
  const { number } = await askCarrier(
    admin,
    { appKey: services.appKey, clientAddress: '192.0.2.1' },
    { key: randomUUID(), topic: 'order', subject, message: 'Wo bleiben die Kisten?' },
  );
  return number;
}

describe('a clerk of customer care', () => {
  for (const javaScriptEnabled of [true, false]) {
    it(`takes a question, notes and answers it, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async () => {
      const number = await ask(`Kisten ${javaScriptEnabled}`);
      await portal.inBrowser({ javaScriptEnabled }, async (page) => {
        await signInAtDesk(page, 'Carla Clerk');
        await page.goto('/desk/anfragen');
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('link', { name: number }).click();
        if (javaScriptEnabled) await assertGoodPage(page);
        await page.getByRole('button', { name: 'Selbst übernehmen' }).click();
        await page.getByText('Der Bearbeiter ist geändert').waitFor();
        await page.fill('[name=note]', 'Fahrer gefragt: kommt morgen');
        await page.getByRole('button', { name: 'Notiz speichern' }).click();
        await page.getByText('Die Notiz ist gespeichert').waitFor();
        await page.fill('[name=message]', 'Die Kisten kommen morgen.');
        await page.getByRole('button', { name: 'Antwort senden' }).click();
        await page.getByText('Die Antwort ist unterwegs').waitFor();
        if (javaScriptEnabled) await assertGoodPage(page);
      });
      await portal.inBrowser({}, async (page) => {
        await signInAs(page, 'admin@d100001.example');
        await page.goto(`/hilfe/anfragen/${number}`);
        const thread = await page.locator('.thread').innerText();
        assert.match(thread, /Die Kisten kommen morgen\./);
        assert.doesNotMatch(thread, /Fahrer gefragt/);
      });
    });
  }

  it('sees when a colleague was faster, and loses nothing of what was typed', async () => {
    const number = await ask('Zwei auf einmal');
    await portal.inBrowser({}, async (page) => {
      await signInAtDesk(page, 'Otto Other');
      await page.goto(`/desk/anfragen/${number}`);
      await portal.inBrowser({}, async (faster) => {
        await signInAtDesk(faster, 'Carla Clerk');
        await faster.goto(`/desk/anfragen/${number}`);
        await faster.fill('[name=message]', 'Schon erledigt.');
        await faster.getByRole('button', { name: 'Antwort senden' }).click();
        await faster.getByText('Die Antwort ist unterwegs').waitFor();
      });
      await page.fill('[name=message]', 'Meine lange Antwort');
      await page.getByRole('button', { name: 'Antwort senden' }).click();
      await page.getByText('Jemand anderes hat diese Anfrage inzwischen bearbeitet').waitFor();
      await page.getByText('Carla Clerk bearbeitet diese Anfrage').waitFor();
      assert.equal(await page.inputValue('[name=message]'), 'Meine lange Antwort');
    });
  });

  it('finds a firm, notes, sees its pages like its administrator, who reads of it', async () => {
    await portal.inBrowser({ viewport: { width: 1280, height: 900 } }, async (page) => {
      await signInAtDesk(page, 'Carla Clerk');
      await page.goto('/desk/kunden');
      await assertGoodPage(page);
      await page.fill('[name=q]', 'laternenplatz');
      await page.getByText('1 Firma').waitFor();
      await page.getByRole('link', { name: /Kanzlei am Laternenplatz/ }).click();
      await assertGoodPage(page);
      await page.fill('[name=note]', 'Ruft gern an');
      await page.getByRole('button', { name: 'Notiz speichern' }).click();
      await page.getByText('Ruft gern an').waitFor();
      await page.fill('[name=viewReason]', 'Hilfe bei der Bestellung');
      await page.getByRole('button', { name: 'Seiten der Firma ansehen' }).click();
      await page.getByText('Grund: Hilfe bei der Bestellung').waitFor();
      await assertGoodPage(page);
      await page.goto('/bestellen?quantity.BOX_SMALL=1');
      await page.getByRole('button', { name: 'Ansicht beenden' }).click();
      await page.waitForURL('**/desk/kunden/D100001');
    });
    await portal.inBrowser({ viewport: { width: 390, height: 844 } }, async (page) => {
      await signInAs(page, 'admin@d100001.example');
      await page.goto('/konto/verlauf');
      await page.getByText('Hilfe bei der Bestellung').waitFor();
      await assertGoodPage(page);
    });
  });

  it('answers requests, edits the help pages and checks a file, in English and in the dark', async () => {
    await database.owner.sql(
      `insert into registration_request (customer_number, customer_id, email, name, language, password_hash, state, created_at)
       select number, id, 'rita@example.org', 'Rita Register', 'de', 'x', 'waiting', now() from customer where number = 'D100004'`,
    );
    await portal.inBrowser({ colorScheme: 'dark' }, async (page) => {
      await signInAtDesk(page, 'Emma English');
      await database.owner.sql("update staff_account set language = 'en' where name = 'Emma English'");
      await page.goto('/desk/kunden/antraege');
      await assertGoodPage(page);
      await page.getByRole('button', { name: /Accept Rita Register/ }).click();
      await page.getByText('Whoever asked gets a letter').waitFor();
      await page.goto('/desk/hilfe');
      await assertGoodPage(page);
      await page.getByRole('link', { name: 'How do I get access?' }).click();
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Save' }).click();
      await page.getByText('Saved.').waitFor();
      await page.goto('/desk/kunden/import');
      await assertGoodPage(page);
      await page.setInputFiles('[name=file]', {
        name: 'firms.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          'Kundennummer;Firma;Straße;PLZ;Ort;E-Mail\nD400001;Neu GmbH;Weg 1;10115;Berlin;a@neu.example\nx;Falsch;;;;\n',
        ),
      });
      await page.getByRole('button', { name: 'Check file' }).click();
      await page.getByRole('heading', { name: 'Refused companies' }).waitFor();
      await assertGoodPage(page);
      await page.getByRole('button', { name: 'Take it over' }).click();
      await page.getByRole('heading', { name: 'The file is taken over' }).waitFor();
      await page.getByRole('link', { name: 'D400001' }).click();
      await page.getByRole('heading', { name: 'Neu GmbH' }).waitFor();
      await assertGoodPage(page);
    });
  });
});
