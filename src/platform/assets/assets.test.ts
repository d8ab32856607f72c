import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { bundleAssets } from './bundle-assets.ts';
import { serveAssets } from './serve-assets.ts';

const assets = await bundleAssets();
const app = new Hono().get('/assets/*', serveAssets(assets));

const get = (address: string, headers: Record<string, string> = {}) => app.request(address, { headers });

describe('bundled assets', () => {
  it('have addresses that change with their content', async () => {
    for (const [name, pattern] of [
      ['app.css', /^\/assets\/app-[A-Z0-9]{8}\.css$/],
      ['app.js', /^\/assets\/app-[A-Z0-9]{8}\.js$/],
      ['carrier.css', /^\/assets\/carrier-\w{10}\.css$/],
      ['favicon.svg', /^\/assets\/favicon-\w{10}\.svg$/],
    ] as const) {
      assert.match(assets.url(name), pattern);
    }
    const again = await bundleAssets({ accent: '#a01020' });
    assert.equal(again.url('app.css'), assets.url('app.css'));
    assert.notEqual(again.url('carrier.css'), assets.url('carrier.css'));
    assert.match(String(again.find(again.url('favicon.svg'))?.body), /#a01020/);
  });

  it('do not know a name that is none', () => {
    assert.throws(() => assets.url('app.scss'), /no asset called app.scss/);
  });

  it('are small: what every page loads besides itself', () => {
    const size = (name: string) => assets.find(assets.url(name))?.encodings.gzip?.length ?? Number.NaN;
    assert.ok(size('app.css') < 7000, `stylesheet ${size('app.css')}`);
    assert.ok(size('app.js') < 3000, `script ${size('app.js')}`);
  });

  it('keep what the stylesheet says about light and dark', () => {
    assert.match(String(assets.find(assets.url('app.css'))?.body), /light-dark\(/);
  });
});

describe('serving assets', () => {
  it('answers with type, length and a cache for ever', async () => {
    const answer = await get(assets.url('app.js'));
    assert.equal(answer.status, 200);
    assert.equal(answer.headers.get('content-type'), 'text/javascript; charset=utf-8');
    assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    assert.equal(answer.headers.get('vary'), 'accept-encoding');
    assert.equal(answer.headers.get('content-encoding'), null);
    assert.equal(Number(answer.headers.get('content-length')), (await answer.arrayBuffer()).byteLength);
    assert.equal((await get(assets.url('favicon.svg'))).headers.get('content-type'), 'image/svg+xml');
  });

  it('sends the compressed form that the browser reads', async () => {
    const address = assets.url('app.css');
    const plain = Buffer.from(await (await get(address)).arrayBuffer());
    const unpack = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };
    for (const [encoding, decompress] of Object.entries(unpack)) {
      const answer = await get(address, { 'accept-encoding': encoding });
      assert.equal(answer.headers.get('content-encoding'), encoding);
      assert.deepEqual(decompress(Buffer.from(await answer.arrayBuffer())), plain);
    }
    const all = await get(address, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    assert.equal(all.headers.get('content-encoding'), 'br');
    const refused = await get(address, { 'accept-encoding': 'br;q=0, gzip;q=0.0, deflate' });
    assert.equal(refused.headers.get('content-encoding'), null);
  });

  it('answers 304 to who has it', async () => {
    const etag = (await get(assets.url('app.css'))).headers.get('etag') ?? '';
    const answer = await get(assets.url('app.css'), { 'if-none-match': etag });
    assert.equal(answer.status, 304);
    assert.equal(await answer.text(), '');
  });

  it('knows only what was bundled', async () => {
    for (const path of [
      '/assets/',
      '/assets/app.css',
      '/assets/..%2f..%2fpackage.json',
      '/assets/%00',
      '/assets/__proto__',
    ]) {
      const answer = await get(path);
      assert.equal(answer.status, 404, path);
      assert.equal(answer.headers.get('cache-control'), 'no-store');
    }
  });
});
