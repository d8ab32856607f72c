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

/** Compresses as hard as it goes: it happens once at start, the files are small and sent often. */
export function makeAsset(name: string, content: Uint8Array): Asset {
  const body = Buffer.from(content);
  const encodings: Partial<Record<Encoding, Buffer>> = {};
  const keep = (encoding: Encoding, compressed: Buffer) => {
    if (compressed.length < body.length) encodings[encoding] = compressed;
  };
  keep('br', brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }));
  keep('zstd', zstdCompressSync(body, { params: { [constants.ZSTD_c_compressionLevel]: 19 } }));
  keep('gzip', gzipSync(body, { level: 9 }));
  return { body, encodings, type: mediaType(name), etag: `"${contentHash(content)}"` };
}

/** Ten characters are enough to tell versions of a file apart. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').replace(/[-_]/g, '').slice(0, 10);
}
