import type { Formats } from '../../platform/i18n/index.ts';
import { kindOf, orderHref, type UpcomingOrder } from '../orders/index.ts';
import { words } from './words.ts';

/** One of the next things to happen, worded. */
export interface NextService {
  readonly href: string;
  readonly date: string;
  readonly window: string;
  readonly service: string;
  readonly where: string;
  /** Until when it can be cancelled, or what is to be said instead. */
  readonly cancelUntil: Temporal.Instant | string;
}

export function nextServices(orders: readonly UpcomingOrder[], formats: Formats): NextService[] {
  const t = words[formats.language];
  // final is what nobody can cancel; a ride can be, by a rule that no one instant tells
  const instead = ({ serviceCode }: UpcomingOrder) =>
    kindOf(serviceCode)?.cancelsThere ? t.seeOrder : t.final;
  return orders.map((order) => ({
    href: orderHref(order.number),
    date: formats.date(order.serviceDate),
    window: formats.window(order.windowStarts, order.windowEnds),
    service: order.serviceName[formats.language],
    where: `${order.address.street}, ${order.address.city}`,
    cancelUntil: order.cancelUntil ?? instead(order),
  }));
}
