import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';
import { serve } from '@hono/node-server';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../src/demo/demo-password.ts';
import { type TestApp, testApp } from './app.ts';
import { assertValidHtml } from './html.ts';

/** The portal on a port of its own and a real browser in front of it. Ends with the file. */
export interface Portal extends TestApp {
  readonly origin: string;
  /**
   * Opens a browser window and does something in it. Whatever the console complains about, a broken
   * security policy included, fails the test.
   */
  inBrowser(options: BrowserContextOptions, journey: (page: Page) => Promise<void>): Promise<void>;
}

export async function portalInBrowser(options: Parameters<typeof testApp>[0] = {}): Promise<Portal> {
  const portal = await testApp(options);
  const server = serve({ fetch: portal.app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let browser: Browser | undefined;
  after(async () => {
    await browser?.close();
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return {
    ...portal,
    origin,
    async inBrowser(context, journey) {
      browser ??= await launch();
      await withPage(browser, { locale: 'de-DE', baseURL: origin, ...context }, journey);
    },
  };
}

function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH;
  if (!executablePath) throw new Error('No browser: start the tests with `npm test`.');
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking'] });
}

async function withPage(
  browser: Browser,
  options: BrowserContextOptions,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const complaints: string[] = [];
    page.on('console', (message) => {
      // a form that was not accepted is answered with 4xx, which the console reports as a failed resource
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text()))
        complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    await journey(page);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** The page on screen is valid HTML, axe finds nothing in it, and nothing sticks out at its side. */
export async function assertGoodPage(page: Page): Promise<void> {
  const heading = await page.locator('h1').innerText();
  const response = await page.context().request.get(page.url());
  if (response.ok()) await assertValidHtml(await response.text());
  await page.evaluate(await axeSource);
  const results = await page.evaluate<AxeResults>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`,
  );
  assert.deepEqual(found, [], `accessibility of "${heading}"`);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  assert.equal(overflow, 0, `"${heading}" is wider than the window`);
}

/** Signs in through the form. */
export async function signInAs(page: Page, email: string, password = DEMO_PASSWORD): Promise<void> {
  await page.goto('/anmelden');
  await page.fill('[name=customerNumber]', /@(d\d+)\./.exec(email)?.[1] ?? '');
  await page.fill('[name=email]', email);
  await page.fill('[name=password]', password);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL('**/');
}
