import { createStaff, findStaffByEmail, STAFF_TOTP_PURPOSE, staffOwner } from '../features/staff/index.ts';
import type { Ctx } from '../platform/context.ts';
import { seal } from '../platform/secrets/index.ts';
import { DEMO_CLERKS, DEMO_STAFF } from './demo-staff.ts';
import { completeStaff } from './queries.ts';

/**
 * Opens the accounts of the demo's clerks that are not there yet, and completes their sign-in as if they had been here:
 * nobody is to read a one-time password off a log to see the desk.
 * @param ctx the carrier's, on a connection of the owner
 * @param hashPassword hashes the one password of all sample logins; called once, when it is needed
 */
export async function loadStaff(
  ctx: Ctx,
  appKey: string,
  hashPassword: () => Promise<string>,
): Promise<void> {
  let passwordHash: string | undefined;
  for (const { email, name, role } of DEMO_CLERKS) {
    if (await ctx.db.deskTransaction((tx) => findStaffByEmail(tx, email))) continue;
    const { staffId } = await createStaff(ctx, {
      email,
      name,
      language: 'de',
      roles: [role],
      handOver: 'show',
    });
    passwordHash ??= await hashPassword();
    const hash = passwordHash;
    const secret = seal(appKey, STAFF_TOTP_PURPOSE, DEMO_STAFF.secret, staffOwner(staffId));
    await ctx.db.transaction(undefined, (tx) =>
      completeStaff(tx, { staffId, passwordHash: hash, secret, at: ctx.now }),
    );
  }
}
