import type { Hono } from 'hono';
import { z } from 'zod';
import type { Route } from '../../src/web/index.ts';

type Json = Record<string, unknown>;

interface ResponseJson {
  readonly description: string;
  readonly content?: Readonly<Record<string, { readonly schema: Json }>>;
}

/** An operation of the published document, as far as tests look at it. */
export interface OperationJson {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly security: readonly Json[];
  readonly parameters: readonly { name: string; in: string; required: boolean; schema: Json }[];
  readonly requestBody?: { readonly required: boolean; readonly content: ResponseJson['content'] };
  readonly responses: Readonly<Record<string, ResponseJson>>;
}

export interface DocumentJson {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationJson>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>>; readonly securitySchemes: Json };
}

/** The published description, and what it says against an answer. */
export interface Description {
  readonly document: DocumentJson;
  complaints(route: Route, answer: { status: number; headers: Headers; body: unknown }): string[];
}

/** Fetches the document as any program would. */
export async function readDescription(app: Hono, language = 'en'): Promise<Description> {
  const response = await app.request(`http://portal.test/api/v1/openapi.json?lang=${language}`);
  const document = (await response.json()) as DocumentJson;
  return {
    document,
    complaints(route, { status, headers, body }) {
      const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
      const described = document.paths[path]?.[route.method.toLowerCase()]?.responses[status];
      if (!described) return [`status ${status} is not described`];
      if (!described.content) return body === undefined ? [] : ['a body is not described'];
      const type = headers.get('content-type')?.split(';')[0] ?? '';
      const schema = described.content[type]?.schema;
      if (!schema) return [`content type ${type} is not described`];
      const parsed = validatorOf(document, schema).safeParse(body);
      return parsed.success
        ? []
        : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    },
  };
}

const validators = new WeakMap<Json, z.ZodType>();

/** A validator of a published schema, made from its text and not from the schema that it was written from. */
function validatorOf(document: DocumentJson, schema: Json): z.ZodType {
  let validator = validators.get(schema);
  if (!validator) {
    const whole = JSON.stringify({ ...schema, $defs: document.components.schemas });
    validator = z.fromJSONSchema(JSON.parse(whole.replaceAll('#/components/schemas/', '#/$defs/')));
    validators.set(schema, validator);
  }
  return validator;
}
