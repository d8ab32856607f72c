import { brotliCompressSync, constants, gzipSync, zstdCompressSync } from 'node:zlib';

/** Below this a compressed answer is hardly smaller. */
const WORTHWHILE_BYTES = 1024;

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/**
 * Compresses a page with the best method that the browser takes: zstd is the cheapest by far and nearly as
 * small as the others.
 */
export function compress(
  text: string,
  acceptEncoding: string | undefined,
): { body: string | Uint8Array<ArrayBuffer>; encoding?: string } {
  if (!acceptEncoding || text.length < WORTHWHILE_BYTES) return { body: text };
  if (accepts(acceptEncoding, 'zstd')) return { body: zstdCompressSync(text), encoding: 'zstd' };
  if (accepts(acceptEncoding, 'br')) return { body: brotliCompressSync(text, BROTLI), encoding: 'br' };
  if (accepts(acceptEncoding, 'gzip')) return { body: gzipSync(text, { level: 5 }), encoding: 'gzip' };
  return { body: text };
}

/** `br;q=0` means "anything but that". */
const accepts = (acceptEncoding: string, encoding: string) =>
  acceptEncoding.split(',').some((part) => {
    const [name = '', weight = ''] = part.split(';');
    return name.trim() === encoding && !/^\s*q=0(\.0*)?\s*$/i.test(weight);
  });
