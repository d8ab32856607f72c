import type { Refusal } from '../refusal.ts';
import { mayBecome, type OrderStatus } from './status.ts';

/**
 * What the desk does with a service of the day: take it in, give it to a tour, say that it was done or was not, and
 * take the last of these back.
 */
export const DAY_STEPS = ['accept', 'assign', 'complete', 'fail', 'undo'] as const;

export type DayStep = (typeof DAY_STEPS)[number];

/** Who could have helped it that a service did not happen. */
export type AtFault = 'carrier' | 'customer';

/**
 * Why a service did not happen, with who could have helped it. `unconfirmed` is what the clock says when nobody else
 * says anything.
 */
export const FAIL_REASONS = {
  'not-met': 'customer',
  'not-ready': 'customer',
  'no-access': 'customer',
  vehicle: 'carrier',
  staff: 'carrier',
  delay: 'carrier',
  weather: 'carrier',
  unconfirmed: 'carrier',
} as const satisfies Record<string, AtFault>;

export type FailReason = keyof typeof FAIL_REASONS;

/** A firm pays for a trip in vain when it was its own fault, and for nothing that the carrier did not manage. */
export const isCharged = (reason: FailReason): boolean => FAIL_REASONS[reason] === 'customer';

/** A service of the day as far as its next step depends on it. */
export interface DayOrder {
  readonly status: OrderStatus;
  readonly serviceDate: Temporal.PlainDate;
  readonly acceptedAt: Temporal.Instant | undefined;
  /** When its end was written down; undefined while it is open. */
  readonly recordedAt: Temporal.Instant | undefined;
  readonly isInvoiced: boolean;
  /** A drop-off: it is done by counting it, not by saying so. */
  readonly needsCount?: boolean;
  /** A courier ride: who rides and who received it is said by its own steps. */
  readonly isRide?: boolean;
  /** The number of the receipt that was issued for it. */
  readonly receipt?: string | undefined;
}

/** Now, and how the carrier's clock shows it. */
export interface DayClock {
  readonly now: Temporal.Instant;
  readonly timeZone: string;
}

/**
 * Whether the desk may take this step now: undefined is yes. Nothing is done before its day. An end is taken back on the
 * day on which it was written down, as long as no invoice has it; taking in and giving to a tour until it has ended.
 */
export function mayStep(order: DayOrder, step: DayStep, { now, timeZone }: DayClock): Refusal | undefined {
  const dayOf = (instant: Temporal.Instant) => instant.toZonedDateTimeISO(timeZone).toPlainDate();
  const impossible: Refusal = { code: 'step-impossible', status: order.status };
  if (step === 'undo') {
    if (order.status === 'placed') return order.acceptedAt ? undefined : impossible;
    if (!order.recordedAt) return impossible;
    if (order.receipt) return { code: 'receipt-issued', number: order.receipt };
    if (order.isInvoiced) return { code: 'order-invoiced' };
    return dayOf(order.recordedAt).equals(dayOf(now)) ? undefined : { code: 'undo-too-late' };
  }
  if (order.status !== 'placed') return impossible;
  if (step === 'accept') return order.acceptedAt ? impossible : undefined;
  if (order.isRide && (step === 'assign' || step === 'complete')) return { code: 'ride-by-steps' };
  if (step === 'assign') return undefined;
  if (!mayBecome(order.status, step === 'complete' ? 'completed' : 'failed')) return impossible;
  if (Temporal.PlainDate.compare(order.serviceDate, dayOf(now)) > 0) {
    return { code: 'not-yet-due', date: order.serviceDate };
  }
  return step === 'complete' && order.needsCount ? { code: 'count-first' } : undefined;
}

/** Whether nobody confirmed a service although its window and the time for saying so are over. */
export function isUnconfirmed(
  order: {
    readonly status: OrderStatus;
    readonly endsAt: Temporal.Instant;
    readonly afterMinutes: number | null;
  },
  now: Temporal.Instant,
): boolean {
  if (order.status !== 'placed' || order.afterMinutes === null) return false;
  return Temporal.Instant.compare(now, order.endsAt.add({ minutes: order.afterMinutes })) > 0;
}
