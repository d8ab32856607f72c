import { z } from 'zod';
import type { Language } from '../../platform/i18n/index.ts';
import { apiRoute } from '../../web/api.ts';
import { frameOf, type PageRequest, page, type Route, rightName, type Services } from '../../web/index.ts';
import type { JsonSchema } from './json-schema.ts';
import { openApiDocument, templateOf } from './openapi.ts';
import { rightOf } from './operation.ts';
import { DocsPage } from './pages/docs-page.tsx';
import { serveDocsFile } from './serve-docs-file.ts';
import { words } from './words.ts';

const DOCUMENT = '/api/v1/openapi.json';

/** Swagger UI cannot wish for a language by a header, so the address names it. */
const documentHref = (language: Language) => `${DOCUMENT}?lang=${language}`;

/** The description of these routes and of itself, and the page on which people read it. */
export function apiDocsRoutes(described: readonly Route[]): readonly Route[] {
  // Written once per language and program: the routes do not change while it runs.
  const written = new WeakMap<Services, Partial<Record<Language, JsonSchema>>>();
  const document = apiRoute({
    method: 'GET',
    path: DOCUMENT,
    access: 'public',
    api: {
      summary: { de: 'Diese Beschreibung', en: 'This description' },
      output: z.looseObject({ openapi: z.string() }),
    },
    handle({ ctx: { language }, services }) {
      const known = written.get(services) ?? {};
      written.set(services, known);
      known[language] ??= openApiDocument(all, { language, carrierName: services.carrier.name });
      return known[language] as { openapi: string };
    },
  });
  const all: readonly Route[] = [...described, document];
  return [
    document,
    { method: 'GET', path: '/api/docs', access: 'public', handle: (request) => showDocs(request, all) },
    { method: 'GET', path: '/api/docs/:file', access: 'public', handle: serveDocsFile },
  ];
}

function showDocs(request: PageRequest, all: readonly Route[]): Response {
  const frame = frameOf(request);
  const t = words[frame.language];
  const calls = all.map((route) => {
    const right = rightOf(route);
    const closed = right ? rightName(right, frame.language) : t.signedIn;
    return {
      method: route.method,
      path: templateOf(route.path),
      summary: route.api?.summary[frame.language] ?? '',
      access: route.access === 'public' ? t.everybody : closed,
    };
  });
  return page(request, <DocsPage frame={frame} calls={calls} documentHref={documentHref} />);
}
