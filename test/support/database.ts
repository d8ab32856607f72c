import { randomBytes } from 'node:crypto';
import { after, type TestContext } from 'node:test';
import pg from 'pg';
import { type Database, openDatabase } from '../../src/platform/db/database.ts';
import { testServer } from './test-server.ts';

/** A database of one's own: the sample catalogue, the three sample firms, no orders. */
export interface TestDatabase {
  /** As the portal works: row level security binds it. */
  readonly app: Database;
  /** As the owner of the tables, who sees and may everything. */
  readonly owner: Database;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** For what works with this database: ends before it is dropped, the last first. */
  onEnd(end: () => Promise<unknown>): void;
}

/**
 * Clones the migrated template. The clone is dropped at the end of the test that is given, else at the end of the
 * file; then call it at the top of the file, for a hook counts as a test that ends at once.
 */
export async function testDatabase(t?: Pick<TestContext, 'after'>): Promise<TestDatabase> {
  const { maintenanceUrl, template, ownerUrl, appUrl } = testServer();
  const name = `test_${randomBytes(8).toString('hex')}`;
  await maintain(
    maintenanceUrl,
    `create database ${name} template ${template} strategy file_copy`,
    `revoke temporary on database ${name} from public`,
  );
  const urls = { appUrl: withDatabase(appUrl, name), ownerUrl: withDatabase(ownerUrl, name) };
  // Few connections: every file that runs at the same time has its own, and the server has sixty.
  const app = openDatabase({ url: urls.appUrl, maxConnections: 4 });
  const owner = openDatabase({ url: urls.ownerUrl, maxConnections: 2 });
  const users: (() => Promise<unknown>)[] = [() => app.close(), () => owner.close()];
  const end = async () => {
    for (const stop of users.reverse()) await stop();
    await maintain(maintenanceUrl, `drop database ${name}`);
  };
  if (t) t.after(end);
  else after(end);
  return { app, owner, ...urls, onEnd: (stop) => users.push(stop) };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = name;
  return changed.href;
}

async function maintain(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Takes every row away, of the catalogue too: what is left is a database that has been migrated and nothing more. */
export async function emptied({ owner }: Pick<TestDatabase, 'owner'>): Promise<void> {
  // nothing takes a document or an entry of the audit log away, not even their owner; an empty database is what this test is about
  const guarded = await owner.sql<{ name: string }>(
    "select distinct tgrelid::regclass::text as name from pg_trigger where tgname = 'never_emptied'",
  );
  for (const { name } of guarded) await owner.sql(`alter table ${name} disable trigger never_emptied`);
  const [all] = await owner.sql<{ names: string }>(
    `select string_agg(format('%I', tablename), ', ') as names from pg_tables
     where schemaname = 'public' and tablename <> 'migration'`,
  );
  await owner.sql(`truncate ${all?.names} restart identity cascade`);
}
