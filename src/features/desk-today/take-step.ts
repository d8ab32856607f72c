import { todayOf } from '../../domain/calendar/index.ts';
import { FAIL_REASONS, isCharged, mayStep } from '../../domain/orders/index.ts';
import { type Refusal, Refused, refuse, refuseIf } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import {
  type Ctx,
  type CustomerCtx,
  deskTransaction,
  requireStaff,
  transaction,
} from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { COURIER_SERVICE } from '../couriers/index.ts';
import { insertOutcome } from '../orders/index.ts';
import { orderFailed, orderReopened } from './jobs.ts';
import {
  customersOfOrders,
  deleteOutcome,
  drivenTours,
  type LockedOrder,
  lastStep,
  lockDayOrder,
  type OrderStep,
  writeEvent,
  writeStep,
} from './queries.ts';
import { TakeStep } from './schemas.ts';

/** What came of a step: with which services it was taken, and why not with the others. */
export interface StepsTaken {
  readonly done: readonly string[];
  readonly refused: readonly { readonly number: string; readonly refusal: Refusal }[];
}

/**
 * Takes a step with services of the day: each in a transaction of its own, so that one that is refused keeps no other
 * back. The firm is told when a service fails, with what it can do now.
 * @param input see {@link TakeStep}; `version` is the one that the clerk saw, `time` is on the day of the service
 *
 * Refuses as a whole with `not-found` for customers, `staff-role-required` without dispatch, `invalid` (also for a tour
 * that is not driven, see the catalogue); a service with
 * `not-found`, `step-taken` when another clerk was faster, and what {@link mayStep} says.
 */
export async function takeStep(ctx: Ctx, input: unknown): Promise<StepsTaken> {
  requireStaff(ctx, 'dispatch');
  const wanted = parseInput(TakeStep, input);
  const numbers = wanted.orders.map(({ number }) => number);
  const customers = await deskTransaction(ctx, async (tx) => {
    if (wanted.step === 'assign' && !(await drivenTours(tx)).includes(wanted.tour))
      refuse({ code: 'invalid', fields: [{ field: 'tour', problem: 'unknown' }] });
    return customersOfOrders(tx, numbers);
  });
  const done: string[] = [];
  const refused: { number: string; refusal: Refusal }[] = [];
  for (const { number, version } of wanted.orders) {
    try {
      const customer = customers.get(number) ?? refuse({ code: 'not-found' });
      await stepWithOne({ ...ctx, customer }, number, version, wanted);
      done.push(number);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push({ number, refusal: error.refusal });
    }
  }
  return { done, refused };
}

async function stepWithOne(
  ctx: CustomerCtx,
  number: string,
  version: number,
  wanted: TakeStep,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const order = (await lockDayOrder(tx, number)) ?? refuse({ code: 'not-found' });
    const last = order.desk_version === version ? undefined : await lastStep(tx, number);
    if (order.desk_version !== version) {
      refuse({ code: 'step-taken', by: last?.by ?? '', at: last?.at ?? ctx.now, status: order.status });
    }
    // taken in already: nothing is left to do, and nothing is wrong
    if (wanted.step === 'accept' && order.status === 'placed' && order.accepted_at) return;
    refuseIf(
      mayStep(
        {
          status: order.status,
          serviceDate: order.service_date,
          acceptedAt: order.accepted_at ?? undefined,
          recordedAt: order.recordedAt,
          isInvoiced: order.isInvoiced,
          needsCount: order.service_code.startsWith('DROPOFF'),
          isRide: order.service_code === COURIER_SERVICE,
          receipt: order.receipt ?? undefined,
        },
        wanted.step,
        ctx,
      ),
    );
    await STEPS[wanted.step](tx, ctx, number, order, wanted);
  });
}

type Take = (
  tx: Transaction,
  ctx: CustomerCtx,
  number: string,
  order: LockedOrder,
  wanted: TakeStep,
) => Promise<void>;

const STEPS: Readonly<Record<TakeStep['step'], Take>> = {
  accept: (tx, ctx, number, order) =>
    write(tx, ctx, number, order, { kind: 'accepted', set: { acceptedAt: ctx.now } }),
  // whoever gives a service to a tour has taken it in as well
  assign: (tx, ctx, number, order, { tour, driver }) =>
    write(tx, ctx, number, order, {
      kind: 'assigned',
      set: { acceptedAt: order.accepted_at ?? ctx.now, tour, driver },
    }),
  complete,
  fail,
  undo,
};

async function complete(...[tx, ctx, number, order, wanted]: Parameters<Take>): Promise<void> {
  await recordCompletion(tx, ctx, number, order, { ...wanted, at: completedAt(order, wanted, ctx) });
}

/** Writes down that a service was done; also for what is done by counting it. */
export async function recordCompletion(
  tx: Transaction,
  ctx: CustomerCtx,
  number: string,
  order: LockedOrder,
  done: {
    readonly at: Temporal.Instant;
    readonly pieces?: number | undefined;
    readonly boxesOut?: number | undefined;
    readonly boxesIn?: number | undefined;
    readonly note?: string;
  },
): Promise<void> {
  const { at, pieces, boxesOut, boxesIn, note = '' } = done;
  await insertOutcome(tx, {
    ...endOf(ctx, order),
    kind: 'completed',
    at,
    pieces,
    boxesOut,
    boxesIn,
    reason: undefined,
    atFault: undefined,
    note,
    isCharged: true,
  });
  await write(tx, ctx, number, order, {
    kind: 'completed',
    set: { status: 'completed', completedAt: at },
    after: { at: at.toString(), pieces, boxesOut, boxesIn, note },
  });
}

/** When it was done: as said, on its day; else now, and of an earlier day at the end of its window. */
function completedAt(
  order: LockedOrder,
  { time }: TakeStep,
  { now, timeZone }: CustomerCtx,
): Temporal.Instant {
  const said = time && order.service_date.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
  if (said && Temporal.Instant.compare(said, now) > 0) {
    refuse({ code: 'invalid', fields: [{ field: 'time', problem: 'in-the-future' }] });
  }
  const today = todayOf({ now, timeZone });
  return said ?? (order.service_date.equals(today) ? now : order.ends_at);
}

async function fail(...[tx, ctx, number, order, wanted]: Parameters<Take>): Promise<void> {
  const { reason = 'unconfirmed', note } = wanted;
  await recordFailure(tx, ctx, number, order, { reason, note });
}

/** Writes down that a service did not happen and tells the firm; also for the clock, when nobody says anything. */
export async function recordFailure(
  tx: Transaction,
  ctx: CustomerCtx,
  number: string,
  order: LockedOrder,
  { reason, note }: { readonly reason: keyof typeof FAIL_REASONS; readonly note: string },
): Promise<void> {
  await insertOutcome(tx, {
    ...endOf(ctx, order),
    kind: 'failed',
    at: ctx.now,
    pieces: undefined,
    boxesOut: undefined,
    boxesIn: undefined,
    reason,
    atFault: FAIL_REASONS[reason],
    note,
    isCharged: isCharged(reason),
  });
  await write(tx, ctx, number, order, { kind: 'failed', set: { status: 'failed' }, after: { reason, note } });
  await ctx.jobs.enqueue(tx, orderFailed, { customerId: ctx.customer.id, number });
}

async function undo(...[tx, ctx, number, order]: Parameters<Take>): Promise<void> {
  if (order.status === 'placed') {
    await write(tx, ctx, number, order, {
      kind: 'reopened',
      set: { acceptedAt: null, tour: '', driver: '' },
    });
    return;
  }
  await deleteOutcome(tx, order.id);
  await write(tx, ctx, number, order, { kind: 'reopened', set: { status: 'placed', completedAt: null } });
  if (order.status === 'failed')
    await ctx.jobs.enqueue(tx, orderReopened, { customerId: ctx.customer.id, number });
}

const endOf = (ctx: CustomerCtx, order: LockedOrder) => ({
  orderId: order.id,
  customerId: ctx.customer.id,
  recordedAt: ctx.now,
  clerkName: ctx.actor.kind === 'carrier' ? ctx.actor.name : '',
});

/** Writes the order, its history and the log. */
async function write(
  tx: Transaction,
  ctx: CustomerCtx,
  number: string,
  order: LockedOrder,
  step: {
    readonly kind: 'accepted' | 'assigned' | 'completed' | 'failed' | 'reopened';
    readonly set: Partial<Omit<OrderStep, 'id'>>;
    readonly after?: object;
  },
): Promise<void> {
  await writeStep(tx, {
    id: order.id,
    status: order.status,
    acceptedAt: order.accepted_at,
    tour: order.tour,
    driver: order.driver,
    completedAt: null,
    ...step.set,
  });
  await writeEvent(tx, { orderId: order.id, customerId: ctx.customer.id, at: ctx.now, kind: step.kind });
  const { tour, driver } = { tour: order.tour, driver: order.driver, ...step.set };
  await audit(tx, ctx, {
    action: `order.${step.kind}`,
    object: number,
    before: { status: order.status, tour: order.tour, driver: order.driver },
    after: { status: step.set.status ?? order.status, tour, driver, ...step.after },
  });
}
