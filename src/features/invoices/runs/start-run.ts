import { todayOf } from '../../../domain/calendar/index.ts';
import { refuse } from '../../../domain/refusal.ts';
import { audit } from '../../../platform/audit/audit.ts';
import type { Carrier } from '../../../platform/carrier/carrier.ts';
import { type Ctx, deskTransaction, requireStaff, staffIdOf } from '../../../platform/context.ts';
import { parseInput } from '../../../platform/input.ts';
import { workOnRun } from '../jobs.ts';
import { candidateIds } from '../preview/queries.ts';
import { StartRun } from '../schemas.ts';
import { insertRun, insertRunItems } from './queries.ts';

/**
 * Begins the invoices of a month, dated today; jobs issue them one by one.
 * @param input `month` as `2026-11`; `without`: customer numbers that get none this time
 *
 * Refuses with `not-found` for anybody but the carrier's staff, `staff-role-required` without the role `billing`,
 * `invalid` (`month`: `too-large` before the month is over), `no-account` when the carrier has none,
 * `run-in-progress`, `nothing-to-invoice`.
 */
export async function startRun(ctx: Ctx, input: unknown, carrier: Carrier): Promise<{ runId: number }> {
  requireStaff(ctx, 'billing');
  const { month, without } = parseInput(StartRun, input);
  if (!carrier.bank) refuse({ code: 'no-account' });
  const today = todayOf(ctx);
  const upTo = month.add({ months: 1 }).subtract({ days: 1 });
  if (Temporal.PlainDate.compare(upTo, today) >= 0) {
    refuse({ code: 'invalid', fields: [{ field: 'month', problem: 'in-the-future' }] });
  }
  return deskTransaction(ctx, async (tx) => {
    const customers = await candidateIds(tx, upTo, without);
    if (customers.length === 0) refuse({ code: 'nothing-to-invoice' });
    const name = ctx.actor.kind === 'carrier' ? ctx.actor.name : '';
    const runId = await insertRun(tx, {
      month,
      issuedOn: today,
      staffId: staffIdOf(ctx) ?? null,
      name,
      at: ctx.now,
    });
    if (runId === undefined) refuse({ code: 'run-in-progress' });
    await insertRunItems(tx, runId, customers);
    await audit(tx, ctx, {
      action: 'invoice-run.start',
      object: month.toPlainYearMonth().toString(),
      after: { run: runId, firms: customers.length, without },
    });
    await ctx.jobs.enqueue(tx, workOnRun, { runId });
    return { runId };
  });
}
