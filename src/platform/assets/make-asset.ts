import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';
import type { Asset, Encoding } from './assets.ts';

const TYPES: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
};

/** The media type of a file name; an ending that we do not know must not be guessed by the browser either. */
export function mediaType(name: string): string {
  return TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
}

/** A file for browsers, which is compressed when the first of them asks for it: a start need not wait for all. */
export function makeAsset(name: string, content: Uint8Array): Asset {
  const body = Buffer.from(content);
  let encodings: Asset['encodings'] | undefined;
  return {
    body,
    get encodings() {
      encodings ??= compressed(body);
      return encodings;
    },
    type: mediaType(name),
    etag: `"${contentHash(content)}"`,
  };
}

/** Compresses as hard as it goes: it happens once, the files are small and sent often. */
function compressed(body: Buffer): Asset['encodings'] {
  const encodings: Partial<Record<Encoding, Buffer>> = {};
  const keep = (encoding: Encoding, result: Buffer) => {
    if (result.length < body.length) encodings[encoding] = result;
  };
  keep('br', brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
  keep('zstd', zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }));
  keep('gzip', gzipSync(body, { level: 9 }));
  return encodings;
}

/** Ten characters are enough to tell versions of a file apart. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
}
