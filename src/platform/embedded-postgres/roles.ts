import { createHmac } from 'node:crypto';
import pg from 'pg';

const database = 'portal';

/** What the roles of the portal may do; everything else is refused to them. */
const roles = {
  // May create databases because the tests clone a migrated template.
  portal_owner: 'login nosuperuser nobypassrls nocreaterole createdb',
  // May change to the role of the desk, but does not hold its rights by itself.
  portal_app: 'login noinherit nosuperuser nobypassrls nocreaterole nocreatedb',
} as const;

/** Nobody signs in as this role: transactions of the desk change to it. */
const DESK = 'portal_desk';

type Role = keyof typeof roles;

/** The address of the portal's database for one of its roles. */
export function urlOf(role: Role, port: number, superuserPassword: string): string {
  return `postgres://${role}:${passwordOf(role, superuserPassword)}@127.0.0.1:${port}/${database}`;
}

/** Creates roles and database, or whatever of them an interrupted earlier start left undone. */
export async function createRolesAndDatabase(port: number, superuserPassword: string): Promise<void> {
  const server = { host: '127.0.0.1', port, user: 'postgres', password: superuserPassword };
  await withClient({ ...server, database: 'postgres' }, async (client) => {
    for (const [role, powers] of Object.entries(roles) as [Role, string][]) {
      const known = await client.query('select from pg_roles where rolname = $1', [role]);
      const password = client.escapeLiteral(passwordOf(role, superuserPassword));
      await client.query(
        `${known.rowCount ? 'alter' : 'create'} role ${role} with ${powers} password ${password}`,
      );
    }
    const desk = await client.query('select from pg_roles where rolname = $1', [DESK]);
    if (!desk.rowCount)
      await client.query(`create role ${DESK} with nologin nosuperuser nobypassrls nocreaterole nocreatedb`);
    await client.query(`grant ${DESK} to ${Object.keys(roles).join(', ')}`);
    // the command line works for one firm as the portal does, see boundByPolicies()
    await client.query('grant portal_app to portal_owner with inherit false, set true');
    const known = await client.query('select from pg_database where datname = $1', [database]);
    if (!known.rowCount)
      await client.query(`create database ${database} owner portal_owner template template0`);
  });
  await withClient({ ...server, database }, async (client) => {
    await client.query('revoke create on schema public from public');
    await client.query(`revoke temporary on database ${database} from public`);
  });
}

/** Derived, so that one file holds the only secret, and a role's password does not open another role. */
function passwordOf(role: Role, superuserPassword: string): string {
  return createHmac('sha256', superuserPassword).update(role).digest('base64url');
}

async function withClient(
  config: pg.ClientConfig,
  work: (client: pg.Client) => Promise<void>,
): Promise<void> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
