import { z } from 'zod';
import { firstDateInTime } from '../../domain/recurrence/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, requireRight } from '../../platform/context.ts';
import { calendarDate, parseInput, wholeNumber } from '../../platform/input.ts';
import { type EditedPlan, type Editing, editPlan, invalid } from './edit-plan.ts';
import { standingService } from './plan.ts';
import { deletePause, insertPause } from './queries.ts';
import { PauseAnswers } from './schemas.ts';

type Input = { readonly number?: unknown; readonly key?: unknown; readonly [field: string]: unknown };

/** Enough for every school holiday of some years. */
const MOST_PAUSES = 50;

/** Whoever is away for longer ends the plan. */
const LONGEST_DAYS = 366;

/**
 * Pauses a plan for company holidays; both days are part of the pause. Orders in it are cancelled, free of charge.
 * @param input `number`, `key`, and {@link PauseAnswers}
 *
 * Refuses with `forbidden` without `orders.cancel`, `not-found`, `invalid` (also for a first day whose deadline has
 * passed), `limit-reached`, `plan-ended`, `key-reused`.
 */
export async function pausePlan(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.cancel');
  const { number, key, ...rest } = input;
  const pause = parseInput(PauseAnswers, rest);
  return editPlan(ctx, { number, key, verb: 'pause', answers: pause }, async (editing) => {
    const { tx, plan, customerId } = editing;
    if (plan.pauses.length >= MOST_PAUSES) refuse({ code: 'limit-reached', limit: MOST_PAUSES });
    const earliest = earliestToCancel(ctx, editing);
    if (!earliest || Temporal.PlainDate.compare(pause.from, earliest) < 0)
      refuse(invalid('from', 'not-offered'));
    if (
      Temporal.PlainDate.compare(pause.until, pause.from) < 0 ||
      pause.from.until(pause.until).days > LONGEST_DAYS
    )
      refuse(invalid('until', 'not-offered'));
    await insertPause(tx, { id: plan.id, customerId }, pause);
    return {
      action: 'pause',
      occasion: 'paused',
      about: pause.from,
      after: { from: `${pause.from}`, until: `${pause.until}`, reason: pause.reason },
    };
  });
}

/**
 * Takes a pause back: the dates in it for which it is not too late come again.
 * @param input `number`, `key`, and the id of the `pause`
 *
 * Refuses with `forbidden` without `orders.place`, `not-found`, `plan-ended`, `key-reused`.
 */
export async function removePause(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.place');
  const { number, key, ...rest } = input;
  const parsed = z.object({ pause: wholeNumber(1, Number.MAX_SAFE_INTEGER) }).safeParse(rest);
  const id = parsed.success ? parsed.data.pause : refuse({ code: 'not-found' });
  return editPlan(ctx, { number, key, verb: 'remove pause', answers: { id } }, async ({ tx, plan }) => {
    const pause = plan.pauses.find((one) => one.id === id) ?? refuse({ code: 'not-found' });
    await deletePause(tx, plan.id, id);
    return {
      action: 'resume',
      occasion: 'resumed',
      about: pause.from,
      before: { from: `${pause.from}`, until: `${pause.until}`, reason: pause.reason },
    };
  });
}

/**
 * Ends a plan: `lastDate` is the last day on which it may come. Orders after it are cancelled, free of charge.
 *
 * Refuses with `forbidden` without `orders.cancel`, `not-found`, `invalid` for a last day so early that an order after
 * it can no longer be cancelled, `plan-ended`, `key-reused`.
 */
export async function endPlan(ctx: CustomerCtx, input: Input): Promise<EditedPlan> {
  requireRight(ctx, 'orders.cancel');
  const { number, key, ...rest } = input;
  const answers = parseInput(z.object({ lastDate: calendarDate }), rest);
  return editPlan(ctx, { number, key, verb: 'end', answers }, async (editing) => {
    const { plan, today } = editing;
    const { lastDate } = answers;
    const earliest = earliestToCancel(ctx, editing)?.subtract({ days: 1 });
    if (
      !earliest ||
      Temporal.PlainDate.compare(lastDate, earliest) < 0 ||
      (plan.until && Temporal.PlainDate.compare(lastDate, plan.until) > 0) ||
      today.until(lastDate).days > LONGEST_DAYS
    )
      refuse(invalid('lastDate', 'not-offered'));
    return {
      action: 'end',
      occasion: 'ended',
      about: lastDate,
      until: lastDate,
      before: { until: plan.until?.toString() ?? null },
      after: { until: `${lastDate}` },
    };
  });
}

/** The first day whose orders can still be cancelled. */
export function earliestToCancel(
  { now, timeZone }: Pick<CustomerCtx, 'now' | 'timeZone'>,
  { catalogue }: Pick<Editing, 'catalogue'>,
): Temporal.PlainDate | undefined {
  const service = standingService(catalogue);
  return service && firstDateInTime(service.cancelRule, catalogue.calendar, now, timeZone);
}
