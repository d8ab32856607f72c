import { refuse } from '../../domain/refusal.ts';
import type { PageRequest } from '../../web/index.ts';
import { type DocsFile, findDocsFile } from './docs-files.ts';

/** Answers with a file of the page. Refuses with `not-found` for every name that is not on the list. */
export async function serveDocsFile(request: PageRequest): Promise<Response> {
  const file = await (findDocsFile(request.params.file ?? '') ?? refuse({ code: 'not-found' }));
  const headers = new Headers({
    'content-type': file.type,
    'cache-control': 'public, max-age=31536000, immutable',
    etag: file.etag,
    vary: 'accept-encoding',
  });
  if (request.raw.headers.get('if-none-match') === file.etag)
    return new Response(null, { status: 304, headers });
  const encoding = encodingFor(request.raw.headers.get('accept-encoding') ?? '');
  if (encoding) headers.set('content-encoding', encoding);
  return new Response(file[encoding ?? 'plain'], { headers });
}

function encodingFor(accepted: string): Extract<keyof DocsFile, 'br' | 'gzip'> | undefined {
  if (/\bbr\b/.test(accepted)) return 'br';
  return /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}
