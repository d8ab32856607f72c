import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Database } from './database.ts';

const folder = fileURLToPath(new URL('../../../migrations/', import.meta.url));
// Two programs that start at once take turns; the number is arbitrary, but must never change.
const LOCK = 7_260_412;

/**
 * Brings the database up to date: runs the files of `migrations/` that it has not seen, in order, each in a
 * transaction of its own. Must connect as the owner of the tables.
 * @param only runs these and no newer ones: to fill the tables of an older backup
 * @returns the names of the files that ran
 *
 * Throws {@link UnknownMigration} when one of `only` is not among the files.
 */
export async function migrate(ownerUrl: string, only?: readonly string[]): Promise<string[]> {
  const files = await migrationFiles();
  const unknown = only?.find((name) => !files.includes(name));
  if (unknown !== undefined)
    throw new UnknownMigration(`This was made by a newer version of the program: it knows ${unknown}.`);
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'kundenportal-migrate',
    // what takes the connection and says nothing would otherwise be waited for without end
    connectionTimeoutMillis: 15_000,
  });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client);
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    );
    const { rows } = await client.query<{ name: string }>('select name from migration');
    const seen = new Set(rows.map((row) => row.name));
    const pending = (only ? files.filter((name) => only.includes(name)) : files).filter(
      (name) => !seen.has(name),
    );
    for (const name of pending) await apply(client, name);
    return pending;
  } finally {
    await client.end();
  }
}

/** What the database knows and this program does not. */
export class UnknownMigration extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UnknownMigration';
  }
}

/** Files that have not run here, and files that have run and that this program does not have. */
export async function pendingMigrations(
  owner: Pick<Database, 'sql'>,
): Promise<{ pending: string[]; unknown: string[] }> {
  const files = await migrationFiles();
  const [known] = await owner.sql<{ exists: boolean }>(
    "select to_regclass('public.migration') is not null as exists",
  );
  const rows = known?.exists ? await owner.sql<{ name: string }>('select name from migration') : [];
  const seen = rows.map(({ name }) => name);
  return {
    pending: files.filter((name) => !seen.includes(name)),
    unknown: seen.filter((name) => !files.includes(name)).sort(),
  };
}

const migrationFiles = async (): Promise<string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();

async function apply(client: pg.Client, name: string): Promise<void> {
  const text = await readFile(folder + name, 'utf8');
  await client.query('begin');
  try {
    await client.query(text);
    await client.query('insert into migration (name) values ($1)', [name]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`Migration ${name} failed: ${(error as Error).message}`, { cause: error });
  }
}

/**
 * The roles that the portal works as, without a right to change the structure: `portal_app` sees the rows of one
 * customer; `portal_desk` those of all, and only transactions of the desk change to it (hence `noinherit`).
 */
async function ensureRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname in ('portal_app', 'portal_desk')",
  );
  const known = rows.map(({ rolname }) => rolname);
  if (known.length === 2) return;
  for (const role of ['portal_app', 'portal_desk'].filter((name) => !known.includes(name))) {
    await client.query(
      `create role ${role} nologin noinherit nosuperuser nobypassrls nocreatedb nocreaterole`,
    );
    await client.query(`grant ${role} to current_user`);
  }
  await client.query('alter role portal_app noinherit');
  await client.query('grant portal_desk to portal_app');
}
