import { todayOf } from '../../domain/calendar/index.ts';
import { mayProceed, type RideStep } from '../../domain/courier/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { parseInput } from '../../platform/input.ts';
import { setOrderStatus } from '../orders/index.ts';
import { courierLetter } from './jobs.ts';
import { type LockedRide, lockedRide } from './lock-ride.ts';
import { insertEvent, lastEvent, setStep } from './queries.ts';
import { AssignCourier, CourierDelivered, CourierPickedUp } from './schemas.ts';

/**
 * Says who rides. From now on cancelling costs the base fee.
 * @param ctx the desk's, for the firm whose ride it is
 * @param input `number` of the order, `rider`: the name that the firm will read, `version` of the order that was seen
 *
 * Refuses with `not-found` for customers and for what is no ride, `staff-role-required` without `dispatch`, `invalid`,
 * `stale` when the ride is not at the step before (assigned already, cancelled), or was changed since it was seen.
 */
export async function assignCourier(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { rider, version } = parseInput(AssignCourier, input);
  await proceed(ctx, input, 'assigned', { name: rider, version });
}

/**
 * Says that the rider has it. From now on it cannot be cancelled.
 * @param input `number`; `time` like `10:32` on the day of the ride, without it now
 *
 * Refuses as {@link assignCourier} does, with `not-yet-due` before the day of the ride, and `invalid` for a time that is
 * still to come or before the step that comes first.
 */
export async function courierPickedUp(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { time } = parseInput(CourierPickedUp, input);
  await proceed(ctx, input, 'picked-up', { time });
}

/**
 * Says that it is delivered, and to whom: the order is carried out. Refuses as {@link courierPickedUp} does.
 * @param input `number`, `receivedBy`: who took it, as the proof says; `time` as there
 */
export async function courierDelivered(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { receivedBy, time } = parseInput(CourierDelivered, input);
  await proceed(ctx, input, 'delivered', { name: receivedBy, time });
}

async function proceed(
  ctx: CustomerCtx,
  input: unknown,
  step: Exclude<RideStep, 'placed'>,
  said: {
    readonly name?: string;
    readonly time?: Temporal.PlainTime | undefined;
    readonly version?: number | undefined;
  },
): Promise<void> {
  const { name, time, version } = said;
  await transaction(ctx, async (tx) => {
    const { order, ride } = await lockedRide(tx, input);
    if (order.status !== 'placed' || !mayProceed(ride.step, step)) refuse({ code: 'stale' });
    // nobody is sent to a place that the firm has changed meanwhile
    if (version !== undefined && version !== order.version) refuse({ code: 'stale' });
    const at = await timeOfStep(tx, ctx, order, step, time);
    await setStep(tx, order.id, {
      step,
      ...(step === 'assigned' ? { rider_name: name ?? '' } : {}),
      ...(step === 'delivered' ? { received_by: name ?? '' } : {}),
    });
    const key = { order_id: order.id, customer_id: ctx.customer.id };
    await insertEvent(tx, { ...key, at, recorded_at: ctx.now, step, name: name ?? ride.rider });
    if (step === 'delivered')
      await setOrderStatus(tx, {
        id: order.id,
        customerId: ctx.customer.id,
        status: 'completed',
        at,
        personId: undefined,
      });
    await audit(tx, ctx, {
      action: `courier.${step}`,
      object: order.number,
      before: { step: ride.step },
      after: { step, ...(name ? { name } : {}) },
    });
    await ctx.jobs.enqueue(tx, courierLetter, {
      customerId: ctx.customer.id,
      number: order.number,
      occasion: step,
      personId: order.placed_by,
    });
  });
}

/** When the step happened: as said, on the day of the ride, or now. A minute that was begun counts as that minute. */
async function timeOfStep(
  tx: Transaction,
  { now, timeZone }: CustomerCtx,
  order: LockedRide['order'],
  step: RideStep,
  time: Temporal.PlainTime | undefined,
): Promise<Temporal.Instant> {
  const { service_date: date } = order;
  const today = todayOf({ now, timeZone });
  if (step !== 'assigned' && Temporal.PlainDate.compare(date, today) > 0)
    refuse({ code: 'not-yet-due', date });
  if (!time) return now;
  const said = date.toZonedDateTime({ timeZone, plainTime: time }).toInstant();
  if (Temporal.Instant.compare(said, now) > 0)
    refuse({ code: 'invalid', fields: [{ field: 'time', problem: 'in-the-future' }] });
  const { at: before } = await lastEvent(tx, order.id);
  if (Temporal.Instant.compare(said.add({ minutes: 1 }), before) <= 0)
    refuse({ code: 'invalid', fields: [{ field: 'time', problem: 'before-last-step' }] });
  return Temporal.Instant.compare(said, before) < 0 ? before : said;
}
