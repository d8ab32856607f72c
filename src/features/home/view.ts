import type { Formats } from '../../platform/i18n/index.ts';
import { orderHref, type UpcomingOrder } from '../orders/index.ts';

/** One of the next things to happen, worded. */
export interface NextService {
  readonly href: string;
  readonly date: string;
  readonly window: string;
  readonly service: string;
  readonly where: string;
  /** Undefined: final. */
  readonly cancelUntil: Temporal.Instant | undefined;
}

export function nextServices(orders: readonly UpcomingOrder[], formats: Formats): NextService[] {
  return orders.map((order) => ({
    href: orderHref(order.number),
    date: formats.date(order.serviceDate),
    window: formats.window(order.windowStarts, order.windowEnds),
    service: order.serviceName[formats.language],
    where: `${order.address.street}, ${order.address.city}`,
    cancelUntil: order.cancelUntil ?? undefined,
  }));
}
