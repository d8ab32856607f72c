import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import { type Ctx, requireConfirmation } from '../../../platform/context.ts';
import { confirmStaffSession, endOtherStaffSessions } from '../../../platform/sessions/index.ts';
import { staffFactorChanged } from '../jobs.ts';
import { forgetStaffCodes } from '../sign-in/attempts.ts';
import { beginStaffTotp, provePending } from '../sign-in/enrol.ts';
import type { StaffSessionVisit } from '../sign-in/pass-second-step.ts';
import { activateStaffPending } from '../sign-in/queries.ts';
import { staffTransaction } from '../staff-scope.ts';

/** Makes a secret for another app of the acting member of staff; the app that they have goes on counting. */
export async function beginExchange(ctx: Ctx, visit: { readonly appKey: string }): Promise<void> {
  requireConfirmation(ctx);
  await beginStaffTotp(ctx, visit);
}

/**
 * Puts another app in the place of the one that the acting member of staff has, once it has shown a right code. Other
 * sessions end, recovery codes stay, and a letter says so.
 * @param input `otp`
 * @returns the new token of the session
 *
 * Refuses with `confirmation-required`, `invalid` (`wrong-code`), `not-found` when no app waits for its first code,
 * `too-many-attempts`, `stale` when another secret has taken its place meanwhile, `not-signed-in`.
 */
export async function exchangeApp(ctx: Ctx, visit: StaffSessionVisit, input: unknown): Promise<string> {
  requireConfirmation(ctx);
  const { pending, step } = await provePending(ctx, visit, input);
  const token = await staffTransaction(ctx, async (tx, { staffId, name }) => {
    if (!(await activateStaffPending(tx, { owner: staffId, pending, step, at: ctx.now })))
      refuse({ code: 'stale' });
    await endOtherStaffSessions(tx, staffId, visit.sessionId);
    const renewed = await confirmStaffSession(tx, visit.sessionId, ctx.now);
    if (renewed === undefined) refuse({ code: 'not-signed-in' });
    await audit(tx, ctx, { action: 'staff.app-exchanged', object: name });
    await ctx.jobs.enqueue(tx, staffFactorChanged, { staffId, what: 'app', at: ctx.now.toString() });
    return renewed;
  });
  await forgetStaffCodes(ctx, visit.appKey);
  return token;
}
