import { z } from 'zod';
import { RIGHTS, type Right } from '../../domain/rights.ts';
import type { Language } from '../../platform/i18n/index.ts';
import { submissionKey } from '../../platform/input.ts';
import { KEY_HEADER, noted } from '../../web/api.ts';
import type { Route } from '../../web/index.ts';
import { type JsonSchema, jsonSchemaOf, type SharedSchemas } from './json-schema.ts';
import { ProblemJson } from './problem-schema.ts';
import { refusalsOf } from './refusals-of.ts';
import { words } from './words.ts';

const KeyHeader = z.object({
  [KEY_HEADER]: noted(submissionKey, {
    de: 'Ein neuer Schlüssel je Bestellung. Derselbe Schlüssel mit demselben Inhalt gibt dieselben Aufträge.',
    en: 'A new key for every order. The same key with the same content gives the same orders.',
  }),
});

/** One group for all: generated clients name their class by it. */
const TAG = 'Kundenportal';

/** The right that a call needs, if it needs one. */
export const rightOf = ({ access }: Route): Right | undefined => RIGHTS.find((right) => right === access);

/** One call as OpenAPI describes it. */
export function operationOf(route: Route, language: Language, shared: SharedSchemas): JsonSchema {
  const { api, access } = route;
  if (!api) throw new Error(`${route.method} ${route.path} is not described`);
  const schema = (value: z.ZodType, io: 'input' | 'output') => jsonSchemaOf(value, io, language, shared);
  const right = rightOf(route);
  const description = [api.description?.[language], right && words[language].needsRight({ right })].filter(
    Boolean,
  );
  return {
    operationId: operationId(route),
    tags: [TAG],
    summary: api.summary[language],
    ...(description.length > 0 ? { description: description.join('\n\n') } : {}),
    security: access === 'public' ? [] : [{ bearer: [] }],
    parameters: [
      ...parametersOf(api.params, 'path', schema),
      ...parametersOf(api.query, 'query', schema),
      ...(api.idempotent ? parametersOf(KeyHeader, 'header', schema) : []),
    ],
    ...(api.input
      ? {
          requestBody: {
            required: true,
            content: { 'application/json': { schema: schema(api.input, 'input') } },
          },
        }
      : {}),
    responses: { ...successOf(route, language, schema), ...problemsOf(route, language, schema) },
  };
}

type WriteSchema = (value: z.ZodType, io: 'input' | 'output') => JsonSchema;

function parametersOf(
  object: z.ZodObject | undefined,
  place: 'path' | 'query' | 'header',
  schema: WriteSchema,
): JsonSchema[] {
  if (!object) return [];
  const { properties, required } = schema(object, 'input') as {
    properties: Record<string, JsonSchema>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, { description, ...value }]) => ({
    name,
    in: place,
    required: required?.includes(name) ?? false,
    ...(description ? { description } : {}),
    schema: value,
  }));
}

function successOf({ api }: Route, language: Language, schema: WriteSchema): JsonSchema {
  const description = words[language].success;
  if (api?.file) {
    const content = { [api.file]: { schema: { type: 'string', format: 'binary' } } };
    return { '200': { description, content } };
  }
  if (!api?.output) return { '204': { description } };
  return {
    [api.status ?? 200]: {
      description,
      content: { 'application/json': { schema: schema(api.output, 'output') } },
    },
  };
}

function problemsOf(route: Route, language: Language, schema: WriteSchema): JsonSchema {
  const problem = schema(ProblemJson, 'output');
  const answers = [...refusalsOf(route)].map(([status, codes]) => [
    status,
    problemAnswer(
      codes.map((code) => `\`${code}\``).join(', '),
      { allOf: [problem, { properties: { code: { enum: codes } } }] },
      { type: `urn:kundenportal:refusal:${codes[0]}`, code: codes[0], status, title: '…', detail: '…' },
    ),
  ]);
  const fault = problemAnswer(words[language].fault, problem, { code: 'fault', status: 500, requestId: '…' });
  return { ...Object.fromEntries(answers), default: fault };
}

const problemAnswer = (description: string, schema: JsonSchema, example: JsonSchema): JsonSchema => ({
  description,
  content: { 'application/problem+json': { schema, example } },
});

/** `postOrdersNumberCancellation`: generated clients name their functions by it. */
function operationId({ method, path }: Route): string {
  const parts = path
    .split(/\W+/)
    .slice(3)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1));
  return method.toLowerCase() + parts.join('');
}
