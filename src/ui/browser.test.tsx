import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import { Hono } from 'hono';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { serveAssets } from '../platform/assets/index.ts';
import { renderPage } from './render.ts';
import { SamplePage, sampleFrame } from './sample.fixture.tsx';

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

let browser: Browser;
let server: ReturnType<typeof serve>;
let origin: string;
/** What the forms sent, as it came. */
const posted: string[] = [];

before(async () => {
  const frame = await sampleFrame();
  const app = new Hono();
  app.use(async (c, next) => {
    await next();
    c.header('content-security-policy', POLICY);
  });
  app.get('/assets/*', serveAssets(frame.assets));
  app.post('*', async (c) => {
    posted.push(await c.req.text());
    // No new page, so that the old one can be looked at.
    return c.body(null, 204);
  });
  app.get('/auftraege', async (c) => {
    const html = renderPage(<SamplePage frame={await sampleFrame()} />);
    return c.html(html.replaceAll('2 Aufträge', `Gefiltert: ${c.req.query('status')}`));
  });
  app.get('*', async (c) => c.html(renderPage(<SamplePage frame={await sampleFrame()} />)));
  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => resolve());
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
});

after(async () => {
  await browser?.close();
  if ('closeAllConnections' in server) server.closeAllConnections();
  server.close();
});

/** Opens the sample page; whatever the console complains about fails the test. */
async function onSamplePage(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.goto(origin);
    await look(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

describe('the look', () => {
  const axe = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  for (const width of [320, 390, 1280]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has no accessibility violations at ${width} px, ${colorScheme}, and fits`, async () => {
        await onSamplePage({ viewport: { width, height: 900 }, colorScheme }, async (page) => {
          await page.evaluate(`${await axe}; null`);
          const results = (await page.evaluate('axe.run()')) as AxeResults;
          const found = results.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`);
          assert.deepEqual(found, []);
          const tooWide = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
          assert.equal(await page.evaluate(tooWide), 0);
        });
      });
    }
  }

  it('has the windows of a day side by side on a desk, and below each other on a phone', async () => {
    await onSamplePage({ viewport: { width: 1280, height: 900 } }, async (page) => {
      const tops = async () => Promise.all(['1', '2'].map(async (value) => (await box(page, value))?.y));
      const [full, free] = await tops();
      assert.equal(full, free);
      await page.setViewportSize({ width: 390, height: 844 });
      const [above, below] = await tops();
      assert.ok(Number(above) < Number(below));
    });
  });
});

const box = (page: Page, value: string) =>
  page.locator(`label:has(input[name="window"][value="${value}"])`).boundingBox();

describe('with JavaScript', () => {
  it('the error summary has the focus and leads to the fields', async () => {
    await onSamplePage({}, async (page) => {
      assert.equal(await page.locator('[data-error-summary]:focus').count(), 1);
      await page.getByRole('link', { name: 'Menge: bitte eine ganze Zahl' }).click();
      assert.equal(await page.evaluate('document.activeElement.name'), 'quantity[ST]');
    });
  });

  it('sums follow the quantities, reckoned as on the server', async () => {
    await onSamplePage({}, async (page) => {
      const total = (kind: string) => page.locator(`[data-total=${kind}]`).innerText();
      await page.getByLabel('Menge').fill('11');
      await page.getByLabel('Boxen').fill('3');
      // 11 × 71.25 ct = 7.84 (half up); 3 × 14.20 = 42.60; VAT 1.49 + 2.98
      assert.deepEqual(
        [await total('net'), await total('vat'), await total('gross')],
        ['50,44\u00a0€', '4,47\u00a0€', '54,91\u00a0€'],
      );
      await page.getByLabel('Boxen').fill('viele');
      assert.equal(await total('net'), '7,84\u00a0€');
    });
  });

  it('quantities step with buttons and arrow keys, within their bounds', async () => {
    await onSamplePage({}, async (page) => {
      const field = page.locator('input[name="quantity[ST]"]');
      await field.fill('15');
      await page.getByRole('button', { name: '+', includeHidden: true }).click();
      assert.equal(await field.inputValue(), '20');
      await field.press('ArrowDown');
      assert.equal(await field.inputValue(), '10');
      for (let presses = 0; presses < 8; presses++) await field.press('ArrowUp');
      assert.equal(await field.inputValue(), '50');
      for (let presses = 0; presses < 8; presses++) await field.press('ArrowDown');
      assert.equal(await field.inputValue(), '0');
    });
  });

  it('a form is sent once, with the button that was pressed', async () => {
    await onSamplePage({}, async (page) => {
      posted.length = 0;
      const next = page.getByRole('button', { name: 'Weiter' });
      await Promise.all([page.waitForResponse((answer) => answer.status() === 204), next.dblclick()]);
      assert.equal(posted.length, 1);
      const sent = new URLSearchParams(posted[0]);
      assert.equal(sent.get('action'), 'next');
      assert.equal(sent.get('_csrf'), 'token-1');
      assert.equal(sent.get('_key'), 'key-1');
      assert.equal(await next.isDisabled(), true);
    });
  });

  it('a filter changes the list without a reload', async () => {
    await onSamplePage({}, async (page) => {
      await page.evaluate('window.sameDocument = true');
      await page.locator('select[name=status]').selectOption('a');
      await page.getByRole('status').filter({ hasText: 'Gefiltert: a' }).waitFor();
      assert.equal(await page.evaluate('window.sameDocument'), true);
      const address = new URL(page.url());
      assert.equal(address.pathname, '/auftraege');
      assert.equal(address.searchParams.get('status'), 'a');
      assert.equal(address.searchParams.get('from'), '2026-11-30');
    });
  });

  it('a deadline counts down by the clock of the server', async () => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      // The computer is years behind; the server rendered "27 hours left".
      await page.clock.install({ time: new Date('2020-01-01T00:00:00Z') });
      await page.goto(origin);
      const left = page.locator('[data-deadline]').first();
      assert.equal(await left.innerText(), 'noch 1 Tag 3 Std.');
      await page.clock.fastForward('26:30:00');
      await page.clock.runFor(10_000);
      assert.equal(await left.innerText(), 'noch 29 Min.');
      await page.clock.fastForward('00:30:00');
      await page.clock.runFor(10_000);
      assert.equal(await left.innerText(), 'Frist abgelaufen');
    } finally {
      await context.close();
    }
  });
});

describe('without JavaScript', () => {
  it('the navigation lies behind a button on a phone, and in the open on a desk', async () => {
    const phone = { width: 390, height: 844 };
    await onSamplePage({ javaScriptEnabled: false, viewport: phone }, async (page) => {
      const entry = page.getByRole('link', { name: 'Rechnungen und Berichte' });
      const wayOut = page.getByRole('button', { name: 'Abmelden' });
      assert.equal(await entry.isVisible(), false);
      await page.locator('summary', { hasText: 'Menü' }).click();
      assert.equal(await entry.isVisible(), true);
      assert.equal(await wayOut.isVisible(), true);
      await page.setViewportSize({ width: 1280, height: 800 });
      assert.equal(await page.locator('summary', { hasText: 'Menü' }).isVisible(), false);
      assert.equal(await entry.isVisible(), true);
    });
  });

  it('fields, sums and deadlines are there as the server wrote them', async () => {
    await onSamplePage({ javaScriptEnabled: false }, async (page) => {
      assert.equal(await page.locator('[data-deadline]').first().innerText(), 'noch 1 Tag 3 Std.');
      assert.equal(await page.locator('[data-total=gross]').innerText(), '0,00\u00a0€');
      assert.equal(await page.getByRole('button', { name: 'Anzeigen' }).isVisible(), true);
    });
  });
});
