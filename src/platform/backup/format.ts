import { createHash } from 'node:crypto';
import { z } from 'zod';

/*
 * A backup is one gzip stream of UTF-8 lines: a head, then each table as a line that names it and its columns, its rows
 * in PostgreSQL's COPY text format and a line `\.`, then the sequences, then an end with a checksum over all that stands
 * before it. docs/operations.md describes it for those who read one without this program.
 */

export const FORMAT = 'kundenportal-backup';
export const VERSION = 1;
export const END_OF_ROWS = '\\.';

export const Head = z.object({
  format: z.literal(FORMAT),
  version: z.literal(VERSION),
  takenAt: z.iso.datetime(),
  server: z.string(),
  /** The migrations that made the tables; a restore runs these before it fills them, and newer ones after. */
  migrations: z.array(z.string()).min(1),
});
export type Head = z.output<typeof Head>;

export const TableLine = z.object({
  table: z.string(),
  columns: z.array(z.string()).min(1),
});

export const SequencesLine = z.object({
  sequences: z.array(z.object({ name: z.string(), last: z.string().regex(/^\d+$/), called: z.boolean() })),
});

export const EndLine = z.object({
  end: z.literal(true),
  tables: z.int(),
  rows: z.int(),
  sha256: z.string(),
});

/** Something is not as a backup of this program is; the message says what. */
export class UnusableBackup extends Error {}

export const checksum = () => createHash('sha256');

/** The one line of JSON that a part of the backup begins with. */
export const jsonLine = (value: object): string => `${JSON.stringify(value)}\n`;

export function parseLine<Schema extends z.ZodType>(
  schema: Schema,
  line: Buffer,
  what: string,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(line.toString('utf8')));
  } catch {
    throw new UnusableBackup(`The backup is damaged or no backup of this program: ${what} is missing.`);
  }
}

/** The jobs that wait: they are letters that nobody has got yet. */
export const JOBS = 'pgboss.job';
