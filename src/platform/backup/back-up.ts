import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { checksum, END_OF_ROWS, FORMAT, type Head, JOBS, jsonLine, VERSION } from './format.ts';

/** What proves who somebody is for a while: a session that was ended must not come back to life with a backup. */
const LEFT_OUT = [
  'migration',
  'session',
  'staff_session',
  'trusted_device',
  'one_time_password',
  'staff_one_time_password',
];

/** What was written. */
export interface Backup {
  readonly tables: number;
  readonly rows: number;
}

/**
 * Writes everything that the portal keeps, as it is at one moment, beside a portal that runs. Rows are streamed: memory
 * stays flat however large the database is.
 * @param ownerUrl connects as the owner of the tables
 * @param now goes into the head
 */
export async function backUp(
  ownerUrl: string,
  target: NodeJS.WritableStream,
  now: Temporal.Instant,
): Promise<Backup> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'kundenportal-backup' });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read read only');
    const written: { tables: number; rows: number } = { tables: 0, rows: 0 };
    await pipeline(linesOf(client, now, written), createGzip({ level: 6 }), target);
    await client.query('commit');
    return written;
  } finally {
    await client.end();
  }
}

/** The uncompressed backup, part after part; its end holds the checksum of everything before. */
async function* linesOf(
  client: pg.Client,
  now: Temporal.Instant,
  written: { tables: number; rows: number },
): AsyncGenerator<Buffer> {
  const sum = checksum();
  const counted = (part: string | Buffer): Buffer => {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    sum.update(bytes);
    return bytes;
  };
  yield counted(jsonLine(await headOf(client, now)));
  for (const { table, columns, from } of await tablesOf(client)) {
    yield counted(jsonLine({ table, columns }));
    const rows = client.query(copyTo(`copy (${from}) to stdout`));
    for await (const part of rows as Readable) yield counted(part as Buffer);
    yield counted(`${END_OF_ROWS}\n`);
    written.tables += 1;
    written.rows += rows.rowCount;
  }
  yield counted(jsonLine({ sequences: await sequencesOf(client) }));
  yield Buffer.from(jsonLine({ end: true, ...written, sha256: sum.digest('hex') }));
}

async function headOf(client: pg.Client, now: Temporal.Instant): Promise<Head> {
  const { rows } = await client.query<{ name: string }>('select name from migration order by name');
  const { rows: server } = await client.query<{ server_version: string }>('show server_version');
  return {
    format: FORMAT,
    version: VERSION,
    takenAt: now.toString(),
    server: server[0]?.server_version ?? '',
    migrations: rows.map(({ name }) => name),
  };
}

interface Copied {
  readonly table: string;
  readonly columns: readonly string[];
  /** The statement whose rows are written. */
  readonly from: string;
}

async function tablesOf(client: pg.Client): Promise<Copied[]> {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `select format('%I.%I', n.nspname, c.relname) as name,
       (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
       and (n.nspname = 'public' and not (c.relname = any ($1)) or n.nspname || '.' || c.relname = $2)
     order by n.nspname = 'pgboss', c.relname`,
    [LEFT_OUT, JOBS],
  );
  return rows.map(({ name, columns }) => {
    const list = (of: (column: string) => string) => columns.map(of).join(', ');
    const quoted = (column: string) => pg.escapeIdentifier(column);
    if (name !== JOBS) return { table: name, columns, from: `select ${list(quoted)} from ${name}` };
    // a job that somebody was working on begins anew
    const values = list((column) =>
      column === 'state' ? "case state when 'active' then 'retry' else state end" : quoted(column),
    );
    const waiting = "state in ('created', 'retry', 'active')";
    return { table: name, columns, from: `select ${values} from ${name} where ${waiting}` };
  });
}

async function sequencesOf(client: pg.Client) {
  const { rows } = await client.query<{ name: string; last: string; called: boolean }>(
    `select format('%I.%I', schemaname, sequencename) as name, coalesce(last_value, start_value)::text as last,
       last_value is not null as called
     from pg_sequences where schemaname = 'public' order by 1`,
  );
  return rows;
}
