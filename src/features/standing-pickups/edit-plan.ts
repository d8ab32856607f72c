import { todayOf } from '../../domain/calendar/index.ts';
import { type FieldProblem, type Refusal, refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, personIdOf, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { type Catalogue, readCatalogue } from '../catalogue/index.ts';
import { type ApprovalTerms, openSubmission } from '../orders/index.ts';
import { type PlanOccasion, planLetter } from './jobs.ts';
import { type Kept, keepPlan } from './keep-plan.ts';
import { SERVICE, type StoredPlan } from './plan.ts';
import { findPlan, writePlan } from './queries.ts';
import { PlanForm } from './schemas.ts';

/** The plan after an edit, and what became of its dates. */
export interface EditedPlan {
  readonly number: string;
  readonly kept: Kept | undefined;
}

/** What an edit works with. */
export interface Editing {
  readonly tx: Transaction;
  readonly plan: StoredPlan;
  readonly customerId: number;
  readonly catalogue: Catalogue;
  readonly today: Temporal.PlainDate;
  /** Whether what is wanted would wait for approval. */
  readonly approval: ApprovalTerms;
}

/** What an edit did, for the audit log and the letter. */
interface Edit {
  readonly action: 'skip' | 'restore' | 'move' | 'add' | 'change' | 'pause' | 'resume' | 'end';
  readonly occasion: PlanOccasion;
  readonly before?: object;
  readonly after?: object;
  /** The last day of the plan, where the edit sets it. */
  readonly until?: Temporal.PlainDate;
  /** The date that the letter is about. */
  readonly about?: Temporal.PlainDate;
}

/**
 * Changes a plan and brings its orders in line with it: all of it or nothing. Nobody else changes the plan meanwhile;
 * a resend of the same form changes nothing more. Part of the verbs, which check the right and their own input.
 *
 * Refuses with `not-found` for a plan that is not the firm's, `plan-ended`, `key-reused`, and as `edit` does.
 */
export async function editPlan(
  ctx: CustomerCtx,
  input: { readonly number: unknown; readonly key: unknown; readonly verb: string; readonly answers: object },
  edit: (editing: Editing) => Promise<Edit>,
): Promise<EditedPlan> {
  const { number, key } = readForm(input);
  return transaction(ctx, async (tx) => {
    const body = { verb: input.verb, number, answers: input.answers };
    const { earlier, approval } = await openSubmission(tx, ctx, key, body);
    const plan = await findPlan(tx, { number }, true);
    if (!plan) return refuse({ code: 'not-found' });
    if (earlier) return { number, kept: undefined };
    const today = todayOf(ctx);
    if (isOver(plan, today)) refuse({ code: 'plan-ended' });
    const catalogue = await readCatalogue(tx, { ...ctx, serviceCodes: [SERVICE] });
    const done = await edit({ tx, plan, customerId: ctx.customer.id, catalogue, today, approval });
    await writePlan(tx, { id: plan.id, until: done.until ?? plan.until });
    const kept = await keepPlan(tx, ctx, (await findPlan(tx, { id: plan.id })) ?? plan);
    await audit(tx, ctx, {
      action: `standing-pickup.${done.action}`,
      object: number,
      ...(done.before ? { before: done.before } : {}),
      ...(done.after ? { after: done.after } : {}),
    });
    await ctx.jobs.enqueue(tx, planLetter, {
      customerId: ctx.customer.id,
      number,
      occasion: done.occasion,
      about: done.about?.toString() ?? null,
      blocked: kept.blocked.map(String),
      personId: personIdOf(ctx) ?? null,
    });
    return { number, kept };
  });
}

/** A number of the wrong form is as unknown as one that was never given out. */
function readForm(input: { number: unknown; key: unknown }): { number: string; key: string } {
  const number = PlanForm.shape.number.safeParse(input.number);
  const key = PlanForm.shape.key.safeParse(input.key);
  if (!number.success) return refuse({ code: 'not-found' });
  if (!key.success) return refuse({ code: 'invalid', fields: [{ field: 'key', problem: 'unreadable' }] });
  return { number: number.data, key: key.data };
}

/** Whether the last day of a plan lies behind. */
export const isOver = ({ until }: Pick<StoredPlan, 'until'>, today: Temporal.PlainDate): boolean =>
  until !== undefined && Temporal.PlainDate.compare(until, today) < 0;

export const invalid = (field: string, problem: FieldProblem['problem']): Refusal => ({
  code: 'invalid',
  fields: [{ field, problem }],
});
