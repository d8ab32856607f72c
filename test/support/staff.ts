import type { StaffRole } from '../../src/domain/staff-roles.ts';
import { query } from '../../src/platform/db/database.ts';
import { startStaffSession } from '../../src/platform/sessions/index.ts';
import type { TestApp } from './app.ts';
import { type Client, clientOf } from './client.ts';
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
