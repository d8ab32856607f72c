import { stepBack } from '../../domain/courier/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { audit } from '../../platform/audit/audit.ts';
import { type CustomerCtx, requireStaff, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { courierLetter } from './jobs.ts';
import { lockedRide } from './lock-ride.ts';
import { isInvoiced, lastEvent, reopenRide, setStep, takeEventBack } from './queries.ts';
import { TakeBackStep } from './schemas.ts';

/**
 * Takes the last step of a ride back that was a slip: the firm reads the one before it, and a letter says so.
 * @param ctx the desk's, for the firm whose ride it is
 * @param input `number` of the order, `step`: the one that the clerk saw and means
 *
 * Refuses with `not-found` for customers and for what is no ride, `staff-role-required` without `dispatch`, `invalid`,
 * `stale` when the ride is at another step, and what {@link stepBack} says.
 */
export async function takeBackRideStep(ctx: CustomerCtx, input: unknown): Promise<void> {
  requireStaff(ctx, 'dispatch');
  const { step } = parseInput(TakeBackStep, input);
  await transaction(ctx, async (tx) => {
    const { order, ride } = await lockedRide(tx, input);
    if (ride.step !== step) refuse({ code: 'stale' });
    const last = await lastEvent(tx, order.id);
    const back = stepBack(
      {
        status: order.status,
        step: ride.step,
        recordedAt: last.recordedAt,
        isInvoiced: await isInvoiced(tx, order.id),
      },
      ctx,
    );
    if (!back.may) refuse(back.refusal);
    await takeEventBack(tx, last.id, ctx.now);
    await setStep(tx, order.id, {
      step: back.to,
      ...(back.to === 'placed' ? { rider_name: '' } : {}),
      ...(step === 'delivered' ? { received_by: '' } : {}),
    });
    if (step === 'delivered')
      await reopenRide(tx, { orderId: order.id, customerId: ctx.customer.id, at: ctx.now });
    await audit(tx, ctx, {
      action: 'courier.taken-back',
      object: order.number,
      before: { step },
      after: { step: back.to },
    });
    await ctx.jobs.enqueue(tx, courierLetter, {
      customerId: ctx.customer.id,
      number: order.number,
      occasion: 'taken-back',
      personId: order.placed_by,
    });
  });
}
