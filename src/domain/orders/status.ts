/**
 * The life of an order as data: from each status the ones that may follow. `completed` is delivered or
 * picked up, `failed` is the carrier's trip in vain; what has ended stays as it is.
 */
export const ORDER_LIFE = {
  placed: ['completed', 'cancelled', 'failed'],
  completed: [],
  cancelled: [],
  failed: [],
} as const satisfies Record<string, readonly string[]>;

export type OrderStatus = keyof typeof ORDER_LIFE;

/** Every order begins here. */
export const FIRST_STATUS: OrderStatus = 'placed';

/** All statuses, in the order in which a filter lists them. */
export const ORDER_STATUSES = Object.keys(ORDER_LIFE) as readonly OrderStatus[];

/** Whether an order may go from one status to the other in one step; staying is no step. */
export function mayBecome(from: OrderStatus, to: OrderStatus): boolean {
  const next: readonly OrderStatus[] = ORDER_LIFE[from];
  return next.includes(to);
}
