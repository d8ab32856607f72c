import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import {
  checksum,
  END_OF_ROWS,
  EndLine,
  Head,
  JOBS,
  parseLine,
  SequencesLine,
  TableLine,
  UnusableBackup,
} from './format.ts';
import { readLines } from './read-lines.ts';

/** What was read back. */
export interface Restored {
  readonly takenAt: string;
  readonly tables: number;
  readonly rows: number;
}

/**
 * Fills an empty database with a backup: makes the tables as they were when it was taken, fills them in one transaction,
 * and then brings them up to date. A database that holds anything is left alone, and so is one whose backup does not
 * come to its end.
 * @param options `ownerUrl` connects as the owner; `migrate` runs the migrations that it is given (or all that are
 *   missing), `prepareJobs` makes the queue
 *
 * Throws {@link UnusableBackup} with a sentence for the administrator.
 */
export async function restore(
  source: NodeJS.ReadableStream,
  options: {
    readonly ownerUrl: string;
    readonly migrate: (only?: readonly string[]) => Promise<unknown>;
    readonly prepareJobs: () => Promise<unknown>;
  },
): Promise<Restored> {
  const { ownerUrl, migrate, prepareJobs } = options;
  const unzipped = createGunzip();
  // what goes wrong on the way is heard of by whoever reads the lines
  const flowing = pipeline(source, unzipped).catch(() => {});
  const reader = new BackupReader(unzipped);
  try {
    const first = await reader.next('its head');
    const head = parseLine(Head, first, 'its head');
    reader.count(first);
    await refuseUnlessEmpty(ownerUrl);
    await migrate(head.migrations);
    await prepareJobs();
    const filled = await fill(ownerUrl, reader);
    await migrate();
    return { takenAt: head.takenAt, ...filled };
  } finally {
    unzipped.destroy();
    await flowing;
  }
}

async function refuseUnlessEmpty(ownerUrl: string): Promise<void> {
  const isEmpty = await withClient(ownerUrl, async (client) => {
    const { rowCount } = await client.query(
      "select from pg_tables where schemaname in ('public', 'pgboss') limit 1",
    );
    return rowCount === 0;
  });
  if (!isEmpty)
    throw new UnusableBackup('The database is not empty. Restore into a new one, and change to it then.');
}

/** One pass over the lines; keeps the checksum of what it has given. */
class BackupReader {
  readonly #lines: AsyncGenerator<Buffer>;
  readonly #sum = checksum();

  constructor(parts: AsyncIterable<Buffer>) {
    this.#lines = readLines(parts);
  }

  async next(what: string): Promise<Buffer> {
    const { value, done } = await this.#lines.next().catch((error: Error) => {
      throw new UnusableBackup(`The backup cannot be unpacked: ${error.message}.`);
    });
    if (done) throw new UnusableBackup(`The backup ends too early: ${what} is missing.`);
    return value;
  }

  /** The line counts for the checksum; the last one does not. */
  count(line: Buffer): void {
    this.#sum.update(line).update('\n');
  }

  digest(): string {
    return this.#sum.digest('hex');
  }
}

async function fill(ownerUrl: string, reader: BackupReader): Promise<{ tables: number; rows: number }> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin');
    const opened = await openTables(client);
    const filled = { tables: 0, rows: 0 };
    for (;;) {
      const line = await reader.next('its end');
      if (!line.subarray(0, 9).equals(Buffer.from('{"table":'))) {
        await finish(client, reader, line, filled);
        break;
      }
      reader.count(line);
      filled.rows += await fillTable(client, reader, parseLine(TableLine, line, 'the name of a table'));
      filled.tables += 1;
    }
    await opened.close();
    await client.query('commit');
    return filled;
  });
}

/** Rows come in any order, and no trigger may take them for changes: both are held again, and checked, afterwards. */
async function openTables(client: pg.Client): Promise<{ close(): Promise<void> }> {
  const { rows: tables } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'",
  );
  const { rows: keys } = await client.query<{ name: string; key: string; definition: string }>(
    `select conrelid::regclass::text as name, quote_ident(conname) as key, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0`,
  );
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`);
  for (const { name, key } of keys) await client.query(`alter table ${name} drop constraint ${key}`);
  // some migrations fill their tables
  await client.query(`truncate ${tables.map(({ name }) => name).join(', ')}`);
  return {
    async close() {
      for (const { name, key, definition } of keys)
        await client.query(`alter table ${name} add constraint ${key} ${definition}`);
      for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`);
    },
  };
}

async function fillTable(
  client: pg.Client,
  reader: BackupReader,
  { table, columns }: { table: string; columns: string[] },
): Promise<number> {
  const name = table
    .split('.')
    .map((part) => pg.escapeIdentifier(part.replaceAll('"', '')))
    .join('.');
  const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const isJobs = table === JOBS;
  if (isJobs)
    await client.query(`create temporary table restored_job on commit drop as select * from ${JOBS} limit 0`);
  const target = client.query(copyFrom(`copy ${isJobs ? 'restored_job' : name} (${list}) from stdin`));
  await pipeline(Readable.from(rowsOf(reader)), target);
  if (isJobs) {
    await client.query(
      `insert into ${JOBS} (${list}) select ${list} from restored_job where name in (select name from pgboss.queue)`,
    );
  }
  return target.rowCount;
}

const LARGE = 64 * 1024;

/** The rows up to the line that ends them, in parts that are worth sending. */
async function* rowsOf(reader: BackupReader): AsyncGenerator<Buffer> {
  let part: Buffer[] = [];
  let size = 0;
  for (;;) {
    const line = await reader.next('the end of a table');
    reader.count(line);
    if (line.length === 2 && line.toString('latin1') === END_OF_ROWS) break;
    part.push(line, Buffer.from('\n'));
    size += line.length + 1;
    if (size < LARGE) continue;
    yield Buffer.concat(part);
    part = [];
    size = 0;
  }
  if (part.length > 0) yield Buffer.concat(part);
}

async function finish(
  client: pg.Client,
  reader: BackupReader,
  line: Buffer,
  filled: { tables: number; rows: number },
): Promise<void> {
  const { sequences } = parseLine(SequencesLine, line, 'the list of sequences');
  reader.count(line);
  const end = parseLine(EndLine, await reader.next('its end'), 'its end');
  if (end.sha256 !== reader.digest() || end.rows !== filled.rows || end.tables !== filled.tables)
    throw new UnusableBackup('The backup is damaged: its checksum does not fit.');
  for (const { name, last, called } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called]);
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'kundenportal-restore' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
