import { inTime } from '../calendar/index.ts';
import type { OrderStatus } from '../orders/status.ts';
import type { Refusal } from '../refusal.ts';

/** The way of a ride as data: each step and the one that may follow. */
export const RIDE_STEPS = ['placed', 'assigned', 'picked-up', 'delivered'] as const;
export type RideStep = (typeof RIDE_STEPS)[number];

/** Whether a ride may go from one step to the other: one after the other, none left out, none back. */
export const mayProceed = (from: RideStep, to: RideStep): boolean =>
  RIDE_STEPS.indexOf(to) === RIDE_STEPS.indexOf(from) + 1;

/**
 * To which step a ride goes back when its last one is taken back: on the day on which that was written down, as long as
 * no invoice has it. What was cancelled or failed is none of its steps.
 */
export function stepBack(
  ride: {
    readonly status: OrderStatus;
    readonly step: RideStep;
    /** When its last step was written down. */
    readonly recordedAt: Temporal.Instant;
    readonly isInvoiced: boolean;
  },
  { now, timeZone }: { readonly now: Temporal.Instant; readonly timeZone: string },
): { readonly may: true; readonly to: RideStep } | { readonly may: false; readonly refusal: Refusal } {
  const { status, step, recordedAt, isInvoiced } = ride;
  const to = RIDE_STEPS[RIDE_STEPS.indexOf(step) - 1];
  const isOfRide = status === (step === 'delivered' ? 'completed' : 'placed');
  if (!to || !isOfRide) return { may: false, refusal: { code: 'step-impossible', status } };
  if (isInvoiced) return { may: false, refusal: { code: 'order-invoiced' } };
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  if (!dayOf(recordedAt).equals(dayOf(now))) return { may: false, refusal: { code: 'undo-too-late' } };
  return { may: true, to };
}

/** What decides what cancelling a ride means. */
export interface CancellableRide {
  readonly status: OrderStatus;
  readonly step: RideStep;
  readonly cancelledAt?: Temporal.Instant | null | undefined;
}

/**
 * What cancelling a ride would cost now: nothing until a rider is assigned, then the base fee, because somebody is on
 * the way; once it is picked up it cannot be cancelled. What waits for approval has no rider yet. Page, verb and API
 * ask this one question.
 */
export function rideCancellation({
  status,
  step,
  cancelledAt,
}: CancellableRide):
  | { readonly may: true; readonly charge: 'nothing' | 'base-fee' }
  | { readonly may: false; readonly refusal: Refusal } {
  if (cancelledAt) return { may: false, refusal: { code: 'already-cancelled', at: cancelledAt } };
  if (status === 'awaiting-approval') return { may: true, charge: 'nothing' };
  if (status === 'declined' || status === 'expired')
    return { may: false, refusal: { code: 'already-decided', decision: status } };
  if (status !== 'placed' || step === 'picked-up' || step === 'delivered')
    return { may: false, refusal: { code: 'courier-underway' } };
  return { may: true, charge: step === 'placed' ? 'nothing' : 'base-fee' };
}

/** What decides whether a ride may be changed. */
export interface ChangeableRide extends CancellableRide {
  /** The deadline that the catalogue gave when it was booked; null: none besides the steps of the ride. */
  readonly changeUntil: Temporal.Instant | null;
  /** When its window ends. */
  readonly endsAt: Temporal.Instant;
}

/** The last instant at which a ride may be changed, as long as nobody has been assigned. */
export const rideChangeUntil = ({ changeUntil, endsAt }: Pick<ChangeableRide, 'changeUntil' | 'endsAt'>) =>
  changeUntil ?? endsAt;

/**
 * Whether a ride may be changed now: undefined is yes. As long as cancelling it costs nothing: until a rider is
 * assigned, who has set out for what was agreed. A change rule of the catalogue can end it earlier; without one it
 * ends with the window. Page, verb and API ask this one question.
 */
export function rideChange(ride: ChangeableRide, now: Temporal.Instant): Refusal | undefined {
  const { status, cancelledAt } = ride;
  if (cancelledAt) return { code: 'already-cancelled', at: cancelledAt };
  if (status === 'awaiting-approval') return { code: 'awaiting-approval' };
  if (status === 'declined' || status === 'expired') return { code: 'already-decided', decision: status };
  if (status !== 'placed' || ride.step === 'picked-up' || ride.step === 'delivered')
    return { code: 'courier-underway' };
  if (ride.step === 'assigned') return { code: 'courier-assigned' };
  const deadline = rideChangeUntil(ride);
  return inTime(deadline, now) ? undefined : { code: 'past-change-deadline', deadline };
}
