import { hash } from '@node-rs/argon2';
import type { StaffRole } from '../../src/domain/staff-roles.ts';
import { newSecret } from '../../src/features/second-factor/totp.ts';
import type { Ctx } from '../../src/platform/context.ts';
import { query } from '../../src/platform/db/database.ts';
import type { Jobs } from '../../src/platform/jobs/jobs.ts';
import { seal } from '../../src/platform/secrets/index.ts';
import { startStaffSession } from '../../src/platform/sessions/index.ts';
import { APP_KEY, type TestApp } from './app.ts';
import { type Client, clientOf } from './client.ts';
import { TIME_ZONE } from './clock.ts';
import type { TestDatabase } from './database.ts';

let clerks = 0;

/** Writes an account of staff down; it has no password and no second factor. Returns its id. */
export async function addStaff(
  { owner }: Pick<TestDatabase, 'owner'>,
  { roles, name = 'Carla Clerk' }: { readonly roles: readonly StaffRole[]; readonly name?: string },
): Promise<number> {
  clerks += 1;
  const [row] = await owner.all(
    query
      .insertInto('staff_account')
      .values({
        email: `clerk-${clerks}@spreebrief.example`,
        name,
        roles: [...roles],
        created_at: Temporal.Instant.from('2026-01-01T08:00:00Z'),
      })
      .returning('id'),
  );
  if (!row) throw new Error('no account was written');
  return row.id;
}

/** The token of a session in which such an account is signed in completely. */
export async function staffToken(
  { app, owner }: Pick<TestDatabase, 'app' | 'owner'>,
  now: Temporal.Instant,
  account: { readonly roles: readonly StaffRole[]; readonly name?: string },
): Promise<string> {
  const staffId = await addStaff({ owner }, account);
  return app.deskTransaction((tx) => startStaffSession(tx, { staffId, stage: 'full', now, userAgent: '' }));
}

/** A browser in which a clerk with these roles is signed in at the desk. */
export async function clerkAt(portal: TestApp, ...roles: StaffRole[]): Promise<Client> {
  const client = clientOf(portal.app);
  client.cookie = `kundenportal-desk=${await staffToken(portal.database, portal.clock(), { roles })}`;
  return client;
}

/** The password of {@link giveStaffLogin}. */
export const STAFF_PASSWORD = 'Correct horse at the desk';

/** Gives an account a password, and an app for codes whose secret is returned, as if they had been set up long ago. */
export async function giveStaffLogin(
  { owner }: Pick<TestDatabase, 'owner'>,
  staffId: number,
  { withApp = true }: { readonly withApp?: boolean } = {},
): Promise<{ readonly email: string; readonly secret: string }> {
  // the cheapest hash that verifies like any other
  const passwordHash = await hash(STAFF_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });
  const [row] = await owner.sql<{ email: string }>(
    'update staff_account set password_hash = $2 where id = $1 returning email',
    [staffId, passwordHash],
  );
  const secret = newSecret();
  if (withApp) {
    await owner.sql(
      "insert into staff_totp (staff_id, secret, activated_at) values ($1, $2, '2026-01-01T00:00Z')",
      [staffId, seal(APP_KEY, 'staff totp', secret, `staff ${staffId}`)],
    );
  }
  return { email: row?.email ?? '', secret };
}

/** The context of a clerk with these roles. */
export async function clerkCtx(
  database: TestDatabase,
  options: {
    readonly jobs: Jobs;
    readonly now: Temporal.Instant;
    readonly roles: readonly StaffRole[];
    readonly name?: string;
  },
): Promise<Ctx & { readonly staffId: number }> {
  const { jobs, now, roles, name = 'Carla Clerk' } = options;
  const staffId = await addStaff(database, { roles, name });
  return {
    actor: { kind: 'carrier', name, staffId, roles },
    staffId,
    customer: undefined,
    grants: { isAdmin: false, rights: [] },
    language: 'de',
    now,
    confirmedAt: now,
    timeZone: TIME_ZONE,
    requestId: 'test',
    db: database.app,
    jobs,
  };
}
