import { audit } from '../../../platform/audit/audit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { endStaffSession } from '../../../platform/sessions/index.ts';
import { staffTransaction } from '../staff-scope.ts';

/** Ends the session of the acting member of staff behind the token. */
export async function signOutStaff(ctx: Ctx, token: string): Promise<void> {
  await staffTransaction(ctx, async (tx, { name }) => {
    await endStaffSession(tx, token);
    await audit(tx, ctx, { action: 'staff.sign-out', object: name });
  });
}
