import { z } from 'zod';
import type { Language } from '../../platform/i18n/index.ts';
import { notes, nothingElse } from '../../web/api.ts';

/** A schema as the OpenAPI document holds it. */
export type JsonSchema = { [keyword: string]: unknown };

/** Schemas that several calls share, by name. */
export type SharedSchemas = Record<string, JsonSchema>;

/**
 * Writes a schema as JSON Schema, as callers must send it or as they get it. Dates and instants are strings with
 * their format. Named schemas go to `shared` and are referred to.
 */
export function jsonSchemaOf(
  schema: z.ZodType,
  io: 'input' | 'output',
  language: Language,
  shared: SharedSchemas,
): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...own
  } = z.toJSONSchema(schema, {
    io,
    override: ({ zodSchema, jsonSchema }) => describe(zodSchema, jsonSchema, language),
  }) as JsonSchema & { $defs?: SharedSchemas };
  for (const [name, definition] of Object.entries($defs ?? {})) shared[name] = withSharedRefs(definition);
  return withSharedRefs(own);
}

function describe(schema: z.core.$ZodType, json: JsonSchema, language: Language): void {
  const note = notes.get(schema as z.ZodType);
  if (note?.text) json.description = note.text[language];
  Object.assign(json, note?.keywords);
  // The pattern of a calendar is a page long and says what the format says.
  if (json.format === 'date' || json.format === 'date-time') delete json.pattern;
  // Whole numbers are safe ones everywhere; only bounds that mean something are worth reading.
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  // Answers may gain fields; calls with unknown ones are refused.
  if (json.type === 'object' && json.additionalProperties === false) delete json.additionalProperties;
  if (schema instanceof z.ZodObject && schema.def.catchall === nothingElse) json.additionalProperties = false;
}

/** zod refers to what it found below the schema; in the document the shared schemas lie in one place. */
function withSharedRefs(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema, (key, value) =>
    key === '$ref' && typeof value === 'string' ? value.replace('#/$defs/', '#/components/schemas/') : value,
  );
  return JSON.parse(text) as JsonSchema;
}
