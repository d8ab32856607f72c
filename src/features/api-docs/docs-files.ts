import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const require = createRequire(import.meta.url);
const LIBRARY = path.dirname(require.resolve('swagger-ui-dist/package.json'));
const OWN = path.join(import.meta.dirname, 'browser');

const SCRIPT = 'text/javascript; charset=utf-8';
const STYLE = 'text/css; charset=utf-8';

/** All that the page of the API loads, by the name in its address; no other name is served. */
const FILES: ReadonlyMap<string, { readonly folder: string; readonly type: string }> = new Map([
  ['swagger-ui-bundle.js', { folder: LIBRARY, type: SCRIPT }],
  ['swagger-ui.css', { folder: LIBRARY, type: STYLE }],
  ['start.js', { folder: OWN, type: SCRIPT }],
  ['look.css', { folder: OWN, type: STYLE }],
]);

/** A file as it is sent. */
export interface DocsFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly br: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

// Read when first asked for: the library is large, and few people ever open the page.
const loaded = new Map<string, Promise<DocsFile>>();

/** The file of this name; undefined for any name that is not on the list. */
export function findDocsFile(name: string): Promise<DocsFile> | undefined {
  const file = FILES.get(name);
  if (!file) return undefined;
  let loading = loaded.get(name);
  if (!loading) {
    loading = load(path.join(file.folder, name), file.type);
    loading.catch(() => loaded.delete(name));
    loaded.set(name, loading);
  }
  return loading;
}

async function load(file: string, type: string): Promise<DocsFile> {
  const plain = new Uint8Array(await readFile(file));
  const [br, gz] = await Promise.all([
    // nearly as small as the best quality, in a twentieth of the time
    promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 20)}"`;
  return { type, etag, plain, br: new Uint8Array(br), gzip: new Uint8Array(gz) };
}

const { version: libraryVersion } = require('swagger-ui-dist/package.json') as { version: string };
const ownVersion = createHash('sha256')
  .update(readFileSync(path.join(OWN, 'start.js')))
  .update(readFileSync(path.join(OWN, 'look.css')))
  .digest('hex')
  .slice(0, 10);

/** The address of a file; it changes with the content, so that browsers may keep it for ever. */
export function docsHref(name: string): string {
  const isOwn = FILES.get(name)?.folder === OWN;
  return `/api/docs/${name}?v=${isOwn ? ownVersion : libraryVersion}`;
}
