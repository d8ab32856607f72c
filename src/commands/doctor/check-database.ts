import type { Database } from '../../platform/db/database.ts';
import { pendingMigrations } from '../../platform/db/migrate.ts';
import { type Finding, findingsOf } from './finding.ts';

const { ok, warn, fail } = findingsOf('database');
const migrations = findingsOf('migrations');

const OLDEST_MAJOR = 15;

/** Version, size, and what the role of the portal may. */
export async function checkDatabase(app: Database, wanted: { connections: number }): Promise<Finding[]> {
  const [server] = await app.sql<{
    version: number;
    name: string;
    encoding: string;
    size: string;
    most: number;
    role: string;
    is_free: boolean;
    sees: boolean;
    is_desk: boolean;
  }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_version') as name,
       current_setting('server_encoding') as encoding, pg_size_pretty(pg_database_size(current_database())) as size,
       current_setting('max_connections')::int as most, current_user as role,
       (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as is_free,
       exists (select from customer) as sees,
       pg_has_role(current_user, 'portal_desk', 'member') as is_desk`,
  );
  if (!server) return [fail('gives no answer')];
  const findings: Finding[] = [];
  if (Math.floor(server.version / 10_000) < OLDEST_MAJOR)
    findings.push(
      fail(`PostgreSQL ${server.name} is too old: ${OLDEST_MAJOR} is the oldest that the portal runs on`),
    );
  if (server.encoding !== 'UTF8') findings.push(fail(`encoding ${server.encoding} instead of UTF8`));
  if (server.is_free || server.sees)
    findings.push(
      fail(`the role ${server.role} sees the rows of every customer: row level security does not bind it`),
    );
  if (!server.is_desk)
    findings.push(
      fail(`the role ${server.role} is no member of portal_desk: run grant portal_desk to ${server.role}`),
    );
  if (wanted.connections + 5 > server.most)
    findings.push(
      warn(`DATABASE_CONNECTIONS ${wanted.connections} is close to max_connections ${server.most}`),
    );
  return findings.length > 0
    ? findings
    : [ok(`PostgreSQL ${server.name}, ${server.size}, role ${server.role} bound by row level security`)];
}

/** Whether the tables are those of this program. */
export async function checkMigrations(owner: Database, isDemo: boolean): Promise<Finding[]> {
  const { pending, unknown } = await pendingMigrations(owner);
  if (unknown.length > 0)
    return [migrations.fail(`the database is newer than this program: ${unknown.join(', ')}`)];
  if (pending.length > 0 && isDemo)
    return [migrations.warn(`${pending.length} have not run: the demo runs them when it starts`)];
  if (pending.length > 0)
    return [migrations.fail(`${pending.length} have not run: bin/portal migrate (${pending[0]} …)`)];
  return [migrations.ok('all have run')];
}
