import { mayCancel, mayChange } from '../../domain/orders/index.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { StoredOrder } from './queries.ts';

/** Why this order may not be cancelled now; undefined: it may. Buttons, verbs and the API ask here. */
export function cancelRefusal(
  order: Pick<StoredOrder, 'status' | 'cancel_until' | 'cancelled_at'>,
  now: Temporal.Instant,
): Refusal | undefined {
  return mayCancel(
    {
      status: order.status,
      final: order.cancel_until === null,
      cancelUntil: order.cancel_until,
      cancelledAt: order.cancelled_at,
    },
    now,
  );
}

/** Why this order may not be changed now; undefined: it may. Buttons, verbs and the API ask here. */
export function changeRefusal(
  order: Pick<StoredOrder, 'status' | 'change_until' | 'cancelled_at'>,
  now: Temporal.Instant,
): Refusal | undefined {
  return mayChange(
    { status: order.status, changeUntil: order.change_until, cancelledAt: order.cancelled_at },
    now,
  );
}
