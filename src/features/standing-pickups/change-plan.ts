import { firstDateInTime, versionOn } from '../../domain/recurrence/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, requireRight } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { type EditedPlan, type Editing, editPlan, invalid } from './edit-plan.ts';
import { type StoredVersion, standingService } from './plan.ts';
import { type NewVersion, writeVersionFrom } from './queries.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import { ChangeAnswers } from './schemas.ts';
import { auditedVersion, versionFrom } from './terms.ts';

/**
 * Changes a standing pickup from a date on: weekdays, window, address and all that its orders carry. Orders from that
 * date on follow as far as they can; what was changed on a single order before is then as the plan says.
 * @param input `number`, the `key` of the form, and {@link ChangeAnswers}
 *
 * Refuses with `forbidden` without `orders.place`, `not-found`, `plan-ended`, `stale` when somebody else changed the
 * plan, `invalid` (also for a date whose change deadline has passed), `slot-not-offered`, `key-reused`,
 * `approval-required` when a date of it would need approval.
 */
export async function changePlan(
  ctx: CustomerCtx,
  input: { readonly number?: unknown; readonly key?: unknown; readonly [field: string]: unknown },
): Promise<EditedPlan> {
  requireRight(ctx, 'orders.place');
  const { number, key, ...rest } = input;
  const answers = parseInput(ChangeAnswers, rest);
  return editPlan(ctx, { number, key, verb: 'change plan', answers }, async (editing) => {
    if (editing.plan.revision !== answers.revision) refuse({ code: 'stale' });
    refuseUnapproved(ctx, editing.approval, editing.catalogue);
    const { before, after } = await quotePlanChange(editing, ctx, answers);
    await writeVersionFrom(editing.tx, { id: editing.plan.id, customerId: editing.customerId }, after);
    return {
      action: 'change',
      occasion: 'changed',
      about: after.validFrom,
      ...(before ? { before: auditedVersion(before) } : {}),
      after: auditedVersion(after),
    };
  });
}

/** What a plan says from a day on, and what it would say after the change. */
export interface PlanChange {
  readonly before: StoredVersion | undefined;
  readonly after: NewVersion;
}

/**
 * Works out what the change would mean. Writes nothing. Refuses as {@link changePlan} does. The page that asks "is this
 * right?" shows it.
 */
export async function quotePlanChange(
  { tx, plan, catalogue, today }: Omit<Editing, 'customerId' | 'approval'>,
  ctx: CustomerCtx,
  answers: ChangeAnswers,
): Promise<PlanChange> {
  if (plan.revision !== answers.revision) refuse({ code: 'stale' });
  const service = standingService(catalogue) ?? refuse({ code: 'slot-not-offered' });
  const earliest = firstDateInTime(service.changeRule, catalogue.calendar, ctx.now, ctx.timeZone);
  const [first] = plan.versions;
  if (
    !earliest ||
    Temporal.PlainDate.compare(answers.from, earliest) < 0 ||
    (plan.until && Temporal.PlainDate.compare(answers.from, plan.until) > 0) ||
    today.until(answers.from).days > service.horizonDays
  )
    refuse(invalid('from', 'not-offered'));
  // a plan that has not begun yet keeps its first day, unless it is to begin later
  const from = first && Temporal.PlainDate.compare(answers.from, first.from) < 0 ? first.from : answers.from;
  return { before: versionOn(plan, from), after: await versionFrom(tx, catalogue, answers, from) };
}
