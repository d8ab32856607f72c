import { z } from 'zod';
import type { Text } from '../platform/i18n/index.ts';

/** What the published description says of a value besides what its schema says by itself. */
export interface Note {
  readonly text?: Text;
  /** Keywords of JSON Schema: a format or a pattern that a check in code keeps, examples. */
  readonly keywords?: Readonly<Record<string, unknown>>;
}

/** What is noted of which schema. */
export const notes = z.registry<Note>();

/** The same schema with a note for the reader of the description. */
export function noted<Schema extends z.ZodType>(
  schema: Schema,
  text: Text,
  keywords: Note['keywords'] = {},
): Schema {
  const copy = schema.clone();
  notes.add(copy, { text, keywords });
  return copy;
}

/** Stands for every field that an object does not know. */
export const nothingElse = z.any().refine(() => false, { params: { problem: 'unknown' } });

/** An object whose unknown fields are refused by name: a misspelt field must not be dropped in silence. */
export const closedObject = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object(shape).catchall(nothingElse);
