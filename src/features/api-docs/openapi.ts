import type { Language } from '../../platform/i18n/index.ts';
import type { Route } from '../../web/index.ts';
import type { JsonSchema, SharedSchemas } from './json-schema.ts';
import { operationOf } from './operation.ts';
import { words } from './words.ts';

/** Raised when a call changes in a way that programs must know of. */
const API_VERSION = '1.0.0';

/** The OpenAPI 3.1 document of these routes; whatever is no `api` route is left out. */
export function openApiDocument(
  routes: readonly Route[],
  portal: { readonly language: Language; readonly carrierName: string },
): JsonSchema {
  const { language, carrierName } = portal;
  const t = words[language];
  const shared: SharedSchemas = {};
  const paths: Record<string, JsonSchema> = {};
  for (const route of routes.filter(({ door }) => door === 'api')) {
    const path = templateOf(route.path);
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, language, shared) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: t.documentTitle({ carrier: carrierName }),
      version: API_VERSION,
      description: t.introduction,
    },
    paths,
    components: {
      schemas: shared,
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: t.bearer } },
    },
  };
}

/** `/api/v1/orders/:number` as OpenAPI writes it: `/api/v1/orders/{number}`. */
export const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
