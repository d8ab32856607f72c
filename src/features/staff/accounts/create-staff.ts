import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, deskTransaction, requireConfirmation, requireStaff } from '../../../platform/context.ts';
import { violatedConstraint } from '../../../platform/db/database.ts';
import { parseInput } from '../../../platform/input.ts';
import { CreateStaff } from '../schemas.ts';
import { type HandedOver, handOverPassword } from './one-time.ts';
import { insertStaff } from './queries.ts';

/**
 * Opens an account of the desk. The person chooses a password and sets a second factor up at the first sign-in, which a
 * one-time password opens.
 * @param input see {@link CreateStaff}
 * @returns the one-time password, unless a letter takes it
 *
 * Refuses with `not-found` for anybody but staff, `staff-role-required`, `confirmation-required`, `invalid` (`taken`: there is an account with
 * this e-mail).
 */
export async function createStaff(
  ctx: Ctx,
  input: unknown,
): Promise<{ readonly staffId: number; readonly handedOver: HandedOver | undefined }> {
  requireStaff(ctx, 'admin');
  requireConfirmation(ctx);
  const { email, name, language, roles, handOver } = parseInput(CreateStaff, input);
  try {
    return await deskTransaction(ctx, async (tx) => {
      const staffId = await insertStaff(tx, { email, name, language, roles, at: ctx.now });
      const handedOver = await handOverPassword(tx, ctx, staffId, handOver);
      await audit(tx, ctx, {
        action: 'staff.create',
        object: email,
        after: { staffId, name, language, roles, handOver },
      });
      return { staffId, handedOver };
    });
  } catch (error) {
    if (violatedConstraint(error) !== 'staff_account_email') throw error;
    return refuse({ code: 'invalid', fields: [{ field: 'email', problem: 'taken' }] });
  }
}
