import { type PageRequest, staffCtx } from '../../../web/index.ts';
import { codeOfStep, presentStep } from '../../second-factor/index.ts';
import { staffTransaction } from '../staff-scope.ts';
import type { DemoCode } from './pages/staff-step-pages.tsx';
import { findStaffTotp } from './queries.ts';
import { openStaffSecret } from './secret.ts';

/**
 * The code that the demo shows in place of an app, for the clerks that the demo brought along. Their secret is known
 * to everybody who reads the program; an account with a secret of its own gets no help, and outside of the demo nobody.
 */
export async function demoCodeFor(request: PageRequest): Promise<DemoCode> {
  const { demoStaff, isDemo, appKey } = request.services;
  if (!isDemo || !demoStaff) return undefined;
  const ctx = staffCtx(request);
  const totp = await staffTransaction(ctx, async (tx, { staffId }) => {
    const found = await findStaffTotp(tx, staffId);
    if (!found?.secret) return undefined;
    return { secret: openStaffSecret(appKey, staffId, found.secret), lastStep: found.lastStep };
  });
  if (totp?.secret === undefined || totp.secret !== demoStaff.secret) return undefined;
  // a code counts once: whoever has just signed in with it gets the next one, which counts already
  const present = presentStep(ctx.now);
  const step = Math.max(present, totp.lastStep + 1);
  return { code: step <= present + 1 ? codeOfStep(totp.secret, step) : undefined };
}
