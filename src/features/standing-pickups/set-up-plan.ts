import { todayOf } from '../../domain/calendar/index.ts';
import { earliestStart } from '../../domain/recurrence/index.ts';
import { type FieldProblem, refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, requireRight, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { type Catalogue, readCatalogue } from '../catalogue/index.ts';
import { openSubmission, Submission } from '../orders/index.ts';
import type { EditedPlan } from './edit-plan.ts';
import { planLetter } from './jobs.ts';
import { keepPlan } from './keep-plan.ts';
import { SERVICE, standingService } from './plan.ts';
import { countRunningPlans, findPlan, insertPlan, writeVersionFrom } from './queries.ts';
import { refuseUnapproved } from './refuse-unapproved.ts';
import { PlanAnswers } from './schemas.ts';
import { auditedVersion, versionFrom } from './terms.ts';

const SetUpPlan = PlanAnswers.extend(Submission.shape);

/** More standing pickups than a firm has doors. */
const MOST_PLANS = 50;

/**
 * Sets up a standing pickup. The dates of the next weeks become orders at once; a resend of the same form gives the
 * same plan.
 * @param input {@link PlanAnswers} and the `key` of the form
 *
 * Refuses with `forbidden` without `orders.place`, `invalid`, `limit-reached`, `slot-not-offered` while the carrier
 * offers none, `key-reused`, `approval-required` when a date of it would need approval.
 */
export async function setUpPlan(ctx: CustomerCtx, input: unknown): Promise<EditedPlan> {
  requireRight(ctx, 'orders.place');
  const { key, ...answers } = parseInput(SetUpPlan, input);
  return transaction(ctx, async (tx) => {
    const { earlier, approval } = await openSubmission(tx, ctx, key, { verb: 'standing pickup', answers });
    if (earlier) {
      const first = await findPlan(tx, { submissionKey: key });
      return first ? { number: first.number, kept: undefined } : refuse({ code: 'key-reused' });
    }
    const catalogue = await readCatalogue(tx, { ...ctx, serviceCodes: [SERVICE] });
    const today = todayOf(ctx);
    refuseUnapproved(ctx, approval, catalogue);
    checkSpan(answers, catalogue, ctx);
    const version = await versionFrom(tx, catalogue, answers, answers.validFrom);
    if ((await countRunningPlans(tx, today)) >= MOST_PLANS)
      refuse({ code: 'limit-reached', limit: MOST_PLANS });
    const { id, number } = await insertPlan(tx, {
      customerId: ctx.customer.id,
      submissionKey: key,
      until: answers.validUntil,
      at: ctx.now,
      personId: personIdOf(ctx),
    });
    await writeVersionFrom(tx, { id, customerId: ctx.customer.id }, version);
    const plan = await findPlan(tx, { id }, true);
    if (!plan) throw new Error('the plan that was just written is not there');
    const kept = await keepPlan(tx, ctx, plan);
    await audit(tx, ctx, {
      action: 'standing-pickup.set-up',
      object: number,
      after: { ...auditedVersion(version), until: answers.validUntil?.toString() ?? null },
    });
    await ctx.jobs.enqueue(tx, planLetter, {
      customerId: ctx.customer.id,
      number,
      occasion: 'set-up',
      about: null,
      blocked: kept.blocked.map(String),
      personId: personIdOf(ctx) ?? null,
    });
    return { number, kept };
  });
}

/**
 * Refuses with `invalid` for a first day before the lead time or past the horizon, and a last day before the first.
 * The page that asks "is this right?" asks the same.
 */
export function checkSpan(
  { validFrom, validUntil }: Pick<PlanAnswers, 'validFrom' | 'validUntil'>,
  catalogue: Catalogue,
  { now, timeZone }: Pick<CustomerCtx, 'now' | 'timeZone'>,
): void {
  const service = standingService(catalogue) ?? refuse({ code: 'slot-not-offered' });
  const earliest = earliestStart(catalogue.calendar, now, timeZone, service.standing.startLeadBusinessDays);
  const latest = todayOf({ now, timeZone }).add({ days: service.horizonDays });
  const problems: FieldProblem[] = [];
  if (
    Temporal.PlainDate.compare(validFrom, earliest) < 0 ||
    Temporal.PlainDate.compare(validFrom, latest) > 0
  )
    problems.push({ field: 'validFrom', problem: 'not-offered' });
  if (validUntil && Temporal.PlainDate.compare(validUntil, validFrom) < 0)
    problems.push({ field: 'validUntil', problem: 'not-offered' });
  if (problems.length > 0) refuse({ code: 'invalid', fields: problems });
}
