import type { VNode } from 'preact';
import type { Refusal } from '../domain/refusal.ts';
import { compress } from '../platform/http/index.ts';
import { renderPage } from '../ui/index.ts';
import type { PageRequest } from './page-request.ts';

/** Answers with a page. Nothing of the portal may lie in a shared cache. */
export function page(request: PageRequest, node: VNode, status = 200): Response {
  return text(request, renderPage(node), 'text/html; charset=utf-8', status);
}

/** Answers with JSON. */
export function json(
  request: PageRequest,
  value: unknown,
  status = 200,
  type = 'application/json',
): Response {
  return text(request, JSON.stringify(value), `${type}; charset=utf-8`, status);
}

/**
 * Answers with a file to save. Opened in the browser it could run nothing: the policy of every answer forbids it.
 * @param file `name` as people will find it; `type` with its charset, for example `text/csv; charset=utf-8`
 */
export function download(
  request: PageRequest,
  file: {
    readonly name: string;
    readonly type: string;
    readonly content: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  },
): Response {
  return new Response(file.content, { headers: downloadHeaders(request, file) });
}

/** What the answer says about a file to save. */
export function downloadHeaders(
  request: PageRequest,
  file: { readonly name: string; readonly type: string },
): Headers {
  const headers = new Headers(request.answerHeaders);
  headers.set('content-type', file.type);
  headers.set('cache-control', 'no-store');
  const plain = file.name.replaceAll(/[^\w.-]+/g, '-');
  headers.set(
    'content-disposition',
    `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  );
  return headers;
}

/** The same answer, which says when it may be tried again where there were too many attempts. */
export function retryLater(response: Response, refusal: Refusal): Response {
  if (refusal.code === 'too-many-attempts')
    response.headers.set('retry-after', String(refusal.retryAfterSeconds));
  return response;
}

/** Sends the browser on with a GET, after a form was accepted. */
export function redirect(request: PageRequest, address: string): Response {
  const headers = new Headers(request.answerHeaders);
  headers.set('location', address);
  headers.set('cache-control', 'no-store');
  return new Response(null, { status: 303, headers });
}

function text(request: PageRequest, content: string, type: string, status: number): Response {
  const { body, encoding } = compress(content, request.raw.headers.get('accept-encoding') ?? undefined);
  const headers: [string, string][] = [
    ['content-type', type],
    ['cache-control', 'no-store'],
    ['vary', 'accept-encoding'],
    ...request.answerHeaders,
  ];
  if (encoding) headers.push(['content-encoding', encoding]);
  return new Response(body, { status, headers });
}
