import type { OrderEnd } from '../features/orders/index.ts';

/** How an order of the demo ended; one that failed did so by the carrier's fault, and costs nothing. */
export const endOf = (number: string, status: OrderEnd['status']): OrderEnd =>
  status === 'failed' ? { number, status, reason: 'vehicle' } : { number, status };
