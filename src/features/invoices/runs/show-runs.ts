import { refuse } from '../../../domain/refusal.ts';
import { type Ctx, deskTransaction, requireStaff } from '../../../platform/context.ts';
import { RunId } from '../schemas.ts';
import { findRun, latestRuns, runProgress, withoutInvoice } from './queries.ts';

const MOST_RUNS = 12;
const MOST_LEFT_OUT = 500;

/** The last runs. Refuses as {@link showRun} does. */
export async function showRuns(ctx: Ctx) {
  requireStaff(ctx, 'billing');
  return deskTransaction(ctx, (tx) => latestRuns(tx, MOST_RUNS));
}

/**
 * One run, how far it has come, and who got no invoice and why.
 * Refuses with `not-found` for anybody but staff and for an unknown run, `staff-role-required` without `billing`.
 */
export async function showRun(ctx: Ctx, input: { readonly run: string | undefined }) {
  requireStaff(ctx, 'billing');
  const asked = RunId.safeParse(input);
  if (!asked.success) refuse({ code: 'not-found' });
  const { run: id } = asked.data;
  return deskTransaction(ctx, async (tx) => {
    const run = (await findRun(tx, id)) ?? refuse({ code: 'not-found' });
    return { run, progress: await runProgress(tx, id), without: await withoutInvoice(tx, id, MOST_LEFT_OUT) };
  });
}
