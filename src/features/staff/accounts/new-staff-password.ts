import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { NewStaffPassword } from '../schemas.ts';
import { changeAccount } from './change-account.ts';
import { type HandedOver, handOverPassword } from './one-time.ts';

/**
 * Gives somebody who has forgotten the password a one-time password. The old one goes on working until they have chosen
 * another; the second factor is asked for all the same.
 * @param input see {@link NewStaffPassword}
 * @returns the one-time password, unless a letter takes it
 *
 * Refuses with `not-found` (also for a closed account), `staff-role-required`, `confirmation-required`, `invalid`.
 */
export async function newStaffPassword(ctx: Ctx, input: unknown): Promise<HandedOver | undefined> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  const { staffId, handOver } = parseInput(NewStaffPassword, input);
  return changeAccount(ctx, staffId, async (tx, account) => {
    if (!account.isActive) refuse({ code: 'not-found' });
    const handedOver = await handOverPassword(tx, ctx, staffId, handOver);
    await audit(tx, ctx, { action: 'staff.one-time-password', object: account.email, after: { handOver } });
    return handedOver;
  });
}
