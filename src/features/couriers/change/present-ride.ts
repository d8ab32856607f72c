import { rideChange } from '../../../domain/courier/index.ts';
import type { Refusal } from '../../../domain/refusal.ts';
import type { Address } from '../../customers/index.ts';
import { type OrderState, presentState, type StoredOrder } from '../../orders/index.ts';
import { timingOfRide } from '../answers.ts';
import type { StoredRide } from '../queries.ts';
import type { KeptOfRide } from '../quote-ride.ts';

/** A ride as it is: the newest version of its order, and what that carries from where to where. */
export interface PresentRide {
  readonly state: OrderState;
  readonly stored: StoredRide;
  /** What it can keep when it is changed. */
  readonly kept: KeptOfRide;
}

export function presentRide(
  order: StoredOrder,
  lines: Parameters<typeof presentState>[1],
  stored: StoredRide,
): PresentRide {
  return {
    state: presentState(order, lines),
    stored,
    kept: {
      time: {
        when: timingOfRide(order, stored),
        pool: order.pool,
        date: order.service_date,
        starts: order.window_starts,
        ends: order.window_ends,
      },
      addresses: stored.stops.flatMap(({ address, address_id: id, hint }): Address[] =>
        id === null ? [] : [{ ...address, id, label: address.recipient, driverHint: hint }],
      ),
    },
  };
}

/** Why this ride may not be changed now; undefined: it may. Button, verb and the API ask here. */
export function rideChangeRefusal(
  order: Pick<StoredOrder, 'status' | 'change_until' | 'cancelled_at' | 'ends_at'>,
  { step }: Pick<StoredRide['ride'], 'step'>,
  now: Temporal.Instant,
): Refusal | undefined {
  return rideChange(
    {
      status: order.status,
      step,
      cancelledAt: order.cancelled_at,
      changeUntil: order.change_until,
      endsAt: order.ends_at,
    },
    now,
  );
}
