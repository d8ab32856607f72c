/**
 * The life of an order as data: from each status the ones that may follow. `completed` is delivered or
 * picked up, `failed` is the carrier's trip in vain; what has ended stays as it is. `awaiting-approval` waits until
 * somebody of the firm says yes: it is no order for the carrier yet, and holds its place.
 */
export const ORDER_LIFE = {
  'awaiting-approval': ['placed', 'cancelled', 'declined', 'expired'],
  placed: ['completed', 'cancelled', 'failed'],
  completed: [],
  cancelled: [],
  failed: [],
  declined: [],
  expired: [],
} as const satisfies Record<string, readonly string[]>;

export type OrderStatus = keyof typeof ORDER_LIFE;

/** What became of an order that waited for approval. */
export type Decision = 'approved' | 'declined' | 'expired';

/** Every order begins with one of these. */
export const FIRST_STATUSES = ['placed', 'awaiting-approval'] as const satisfies readonly OrderStatus[];

/** All statuses, in the order in which a filter lists them. */
export const ORDER_STATUSES = Object.keys(ORDER_LIFE) as readonly OrderStatus[];

/** Whether an order may go from one status to the other in one step; staying is no step. */
export function mayBecome(from: OrderStatus, to: OrderStatus): boolean {
  const next: readonly OrderStatus[] = ORDER_LIFE[from];
  return next.includes(to);
}

/** Whether it does not happen, or did not: calendars strike it through. */
export const isOff = (status: OrderStatus): boolean =>
  status === 'cancelled' || status === 'failed' || status === 'declined' || status === 'expired';
