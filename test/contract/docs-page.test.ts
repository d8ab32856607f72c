import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertGoodPage, portalInBrowser } from '../support/browser.ts';
import { assertValidHtml } from '../support/html.ts';
import { apiRoutes, credentials } from './program.ts';

const portal = await portalInBrowser();

describe('the page about the API', () => {
  it('lists every call without JavaScript, in both languages', async () => {
    for (const [language, word] of [
      ['de', 'Eine Sonderabholung buchen'],
      ['en', 'Book a one-off pickup'],
    ] as const) {
      const page = await portal.client().get(`/api/docs?lang=${language}`);
      assert.equal(page.status, 200);
      await assertValidHtml(page.html);
      assert.ok(page.text.includes(word));
      for (const { method, path } of apiRoutes) {
        assert.ok(page.text.includes(`${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`), path);
      }
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`shows Swagger UI under the strict policy (${colorScheme}), and calls can be tried`, async () => {
      await portal.inBrowser({ colorScheme, viewport: { width: 1280, height: 900 } }, async (page) => {
        await page.addInitScript(
          "window.violations = []; document.addEventListener('securitypolicyviolation', (e) => window.violations.push(e.violatedDirective + ' ' + e.blockedURI))",
        );
        await page.goto('/api/docs');
        await page.locator('.opblock').first().waitFor();
        assert.equal(await page.locator('.opblock').count(), apiRoutes.length);
        await page.locator('#operations-Kundenportal-postSession .opblock-summary-control').click();
        await page.locator('#operations-Kundenportal-postSession .try-out__btn').click();
        await page
          .locator('#operations-Kundenportal-postSession textarea')
          .fill(JSON.stringify(credentials()));
        await page.locator('#operations-Kundenportal-postSession .execute').click();
        const status = page.locator(
          '#operations-Kundenportal-postSession .live-responses-table .response-col_status',
        );
        assert.match(await status.last().innerText(), /^201/);
        assert.deepEqual(await page.evaluate('window.violations'), []);
      });
    });
  }

  it('is readable with the keyboard and on a phone where Swagger UI cannot run', async () => {
    await portal.inBrowser(
      { javaScriptEnabled: false, viewport: { width: 390, height: 844 } },
      async (page) => {
        await page.goto('/api/docs');
        assert.equal(await page.locator('table tbody tr').count(), apiRoutes.length);
      },
    );
  });
});

describe('what of the page is ours', () => {
  for (const width of [320, 1280]) {
    it(`fits and is accessible at ${width} px`, async () => {
      await portal.inBrowser({ viewport: { width, height: 800 } }, async (page) => {
        const stub = 'window.SwaggerUIBundle = Object.assign(() => {}, { presets: {} })';
        await page.route('**/swagger-ui-bundle.js*', (route) =>
          route.fulfill({ contentType: 'text/javascript', body: stub }),
        );
        await page.goto('/api/docs');
        await assertGoodPage(page);
      });
    });
  }
});

describe('the files of the page', () => {
  const get = (path: string, headers = {}) => portal.app.request(`http://portal.test${path}`, { headers });

  it('are sent small, to be kept for ever, and not twice', async () => {
    const page = await portal.client().get('/api/docs');
    const addresses = [...page.html.matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    assert.equal(addresses.length, 4);
    for (const address of addresses) {
      const response = await get(address, { 'accept-encoding': 'br' });
      assert.equal(response.status, 200, address);
      assert.match(response.headers.get('cache-control') ?? '', /immutable/);
      assert.equal(response.headers.get('content-encoding'), 'br');
      assert.match(response.headers.get('content-type') ?? '', /^text\/(css|javascript)/);
      const etag = response.headers.get('etag') ?? '';
      assert.equal((await get(address, { 'if-none-match': etag })).status, 304);
      const plain = Buffer.from(await (await get(address)).arrayBuffer());
      assert.ok(plain.length > 100);
    }
  });

  it('are those on the list and no others', async () => {
    for (const name of [
      'index.html',
      'package.json',
      'swagger-ui.js',
      '..%2Fpackage.json',
      '%2e%2e%2findex.ts',
      'constructor',
      '',
    ]) {
      assert.equal((await get(`/api/docs/${name}`)).status, 404, name);
    }
  });
});
