import { mayProceed, type RideStep } from '../../domain/courier/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { setOrderStatus } from '../orders/index.ts';
import { courierLetter } from './jobs.ts';
import { lockedRide } from './lock-ride.ts';
import { insertEvent, setStep } from './queries.ts';
import { AssignCourier, CourierDelivered } from './schemas.ts';

/**
 * Says who rides. From now on cancelling costs the base fee.
 * @param ctx the desk's, for the firm whose ride it is
 * @param input `number` of the order, `rider`: the name that the firm will read
 *
 * Refuses with `not-found` for customers and for what is no ride, `staff-role-required` without `dispatch`, `invalid`,
 * `stale` when the ride is not at the step before (assigned already, cancelled).
 */
export async function assignCourier(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { rider } = parseInput(AssignCourier, input);
  await proceed(ctx, input, 'assigned', rider);
}

/** Says that the rider has it. From now on it cannot be cancelled. Refuses as {@link assignCourier} does. */
export async function courierPickedUp(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  await proceed(ctx, input, 'picked-up');
}

/**
 * Says that it is delivered, and to whom: the order is carried out. Refuses as {@link assignCourier} does.
 * @param input `number`, `receivedBy`: who took it, as the proof says
 */
export async function courierDelivered(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { receivedBy } = parseInput(CourierDelivered, input);
  await proceed(ctx, input, 'delivered', receivedBy);
}

async function proceed(
  ctx: CustomerCtx,
  input: unknown,
  step: Exclude<RideStep, 'placed'>,
  name?: string,
): Promise<void> {
  await transaction(ctx, async (tx) => {
    const { order, ride } = await lockedRide(tx, input);
    if (order.status !== 'placed' || !mayProceed(ride.step, step)) refuse({ code: 'stale' });
    await setStep(tx, order.id, {
      step,
      ...(step === 'assigned' ? { rider_name: name ?? '' } : {}),
      ...(step === 'delivered' ? { received_by: name ?? '' } : {}),
    });
    const key = { order_id: order.id, customer_id: ctx.customer.id };
    await insertEvent(tx, { ...key, at: ctx.now, step, name: name ?? ride.rider });
    if (step === 'delivered')
      await setOrderStatus(tx, {
        id: order.id,
        customerId: ctx.customer.id,
        status: 'completed',
        at: ctx.now,
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
