import { todayOf } from '../../domain/calendar/index.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import { type JobCtxServices, jobCtx } from '../../platform/job-context.ts';
import { handlerFor, type JobHandler } from '../../platform/jobs/jobs.ts';
import { isOver } from './edit-plan.ts';
import { extendPlan, extendPlans, planLetter } from './jobs.ts';
import { keepPlan } from './keep-plan.ts';
import { findPlan, ownCustomer, runningPlans } from './queries.ts';

export type ExtendServices = JobCtxServices;

/**
 * Makes the next dates of all plans into orders: every night one job asks for the plans, and one job each extends
 * them. However many processes do it at once, each date becomes one order.
 */
export function extendHandlers(services: ExtendServices): readonly JobHandler[] {
  return [
    handlerFor(extendPlans, async () => {
      const { db, jobs, clock, carrier } = services;
      const today = clock().toZonedDateTimeISO(carrier.timeZone).toPlainDate();
      const plans = await runningPlans(db, today);
      await db.transaction(undefined, async (tx) => {
        for (const { customer_id: customerId, plan_id: planId } of plans)
          await jobs.enqueue(tx, extendPlan, { customerId, planId });
      });
    }),
    handlerFor(extendPlan, (job, id) => extend(services, job, id)),
  ];
}

async function extend(
  services: ExtendServices,
  { customerId, planId }: { customerId: number; planId: number },
  requestId: string,
): Promise<void> {
  const { db, jobs } = services;
  await db.transaction(customerId, async (tx) => {
    const customer = await ownCustomer(tx);
    const plan = await findPlan(tx, { id: planId }, true);
    // taken once: the plan, the rule and the row agree on the time
    const carrierCtx = jobCtx(services, requestId);
    const today = todayOf(carrierCtx);
    if (!customer || !plan || isOver(plan, today)) return;
    const ctx: CustomerCtx = { ...carrierCtx, customer };
    const kept = await keepPlan(tx, ctx, plan);
    const letter = { customerId, number: plan.number, about: null, personId: plan.createdBy ?? null };
    if (kept.blocked.length > 0)
      await jobs.enqueue(tx, planLetter, {
        ...letter,
        occasion: 'blocked',
        blocked: kept.blocked.map(String),
      });
    if (kept.freed.length > 0)
      await jobs.enqueue(tx, planLetter, { ...letter, occasion: 'freed', blocked: kept.freed.map(String) });
  });
}
