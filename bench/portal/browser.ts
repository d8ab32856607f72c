import { type IncomingHttpHeaders, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

export interface Page {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** As it was sent. */
  readonly bytes: number;
  readonly text: string;
}

export type Fields = readonly (readonly [name: string, value: string])[];

/** As much of a browser as the measurements need: keeps the cookie, reads forms, sends them as a page would. */
export interface Browser {
  get(path: string, acceptEncoding?: string): Promise<Page>;
  post(path: string, fields: Fields): Promise<Page>;
  /** The whole request as bytes to be sent again and again. */
  written(method: 'GET' | 'POST', path: string, fields?: Fields): string;
}

/** @param held a cookie that it has from the beginning */
export function openBrowser(port: number, held = ''): Browser {
  let cookie = held;
  const host = `127.0.0.1:${port}`;
  const headersFor = (fields: Fields | undefined) => ({
    host,
    ...(cookie ? { cookie } : {}),
    ...(fields
      ? {
          origin: `http://${host}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        }
      : {}),
  });
  const send = async (method: string, path: string, more: Record<string, string>, fields?: Fields) => {
    const body = fields && encode(fields);
    const page = await exchange({ port, method, path, headers: { ...headersFor(fields), ...more }, body });
    for (const line of page.headers['set-cookie'] ?? []) cookie = line.split(';', 1)[0] ?? '';
    return page;
  };
  return {
    get: (path, acceptEncoding) =>
      send('GET', path, acceptEncoding ? { 'accept-encoding': acceptEncoding } : {}),
    post: (path, fields) => send('POST', path, {}, fields),
    written(method, path, fields) {
      const body = fields ? encode(fields) : '';
      // a key is replaced by one of the same length
      const length = body.replace('{{key}}', 'x'.repeat(36)).length;
      const headers = { ...headersFor(fields), ...(fields ? { 'content-length': `${length}` } : {}) };
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n${body}`;
    },
  };
}

/** The fields as a form sends them; the place for a key stays readable. */
const encode = (fields: Fields) =>
  new URLSearchParams(fields.map((field) => [...field])).toString().replace('%7B%7Bkey%7D%7D', '{{key}}');

function exchange(options: {
  port: number;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string | undefined;
}): Promise<Page> {
  return new Promise((resolve, reject) => {
    const { body, ...target } = options;
    const sent = request({ ...target, host: '127.0.0.1', agent: false }, async (response) => {
      const raw = await buffer(response);
      const { statusCode = 0, headers } = response;
      resolve({
        status: statusCode,
        headers,
        bytes: raw.length,
        text: decoded(raw, headers).toString('utf8'),
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function decoded(raw: Buffer, headers: IncomingHttpHeaders): Buffer {
  switch (headers['content-encoding']) {
    case 'br':
      return brotliDecompressSync(raw);
    case 'zstd':
      return zstdDecompressSync(raw);
    case 'gzip':
      return gunzipSync(raw);
    default:
      return raw;
  }
}
