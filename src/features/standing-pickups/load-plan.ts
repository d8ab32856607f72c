import { todayOf } from '../../domain/calendar/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { type Ctx, type CustomerCtx, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, readCatalogue } from '../catalogue/index.ts';
import { SERVICE, type StoredPlan } from './plan.ts';
import { findPlan, type MadeOccurrence, madeOccurrences } from './queries.ts';
import { PlanForm } from './schemas.ts';

/** A plan with what became of its dates, and what decides about them. */
export interface LoadedPlan {
  readonly plan: StoredPlan;
  readonly made: readonly MadeOccurrence[];
  readonly catalogue: Catalogue;
}

/** The catalogue as far as it concerns standing pickups. */
export function readStanding(
  tx: Pick<Transaction, 'sql'>,
  { now, timeZone }: Pick<Ctx, 'now' | 'timeZone'>,
): Promise<Catalogue> {
  return readCatalogue(tx, { now, timeZone, serviceCodes: [SERVICE] });
}

/**
 * The plan behind a number of an address. Refuses with `not-found`, also for one of another firm.
 * @param from the first day whose dates matter, or a month (`2026-11`) of which it is the first; else today
 */
export async function loadPlan(ctx: CustomerCtx, number: unknown, from = ''): Promise<LoadedPlan> {
  const parsed = PlanForm.shape.number.safeParse(number);
  if (!parsed.success) return refuse({ code: 'not-found' });
  const today = todayOf(ctx);
  const first = /^20\d\d-(0[1-9]|1[0-2])$/.test(from) ? Temporal.PlainDate.from(`${from}-01`) : today;
  const earlier = Temporal.PlainDate.compare(first, today) < 0 ? first : today;
  return transaction(ctx, async (tx) => {
    const plan = (await findPlan(tx, { number: parsed.data })) ?? refuse({ code: 'not-found' });
    return {
      plan,
      made: await madeOccurrences(tx, plan.id, earlier.with({ day: 1 })),
      catalogue: await readStanding(tx, ctx),
    };
  });
}
