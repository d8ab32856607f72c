import type { TimeWindow } from '../../../domain/calendar/index.ts';
import { deadlinesAfterChange } from '../../../domain/orders/index.ts';
import type { Catalogue } from '../../catalogue/index.ts';
import type { OrderState } from '../order-state.ts';
import { promised } from '../quote-orders.ts';

/**
 * What is different about an order that is carried out in this window: place, instants and deadlines.
 * @param to `sameDate`: the deadlines that were promised stay
 *
 * Refuses with `slot-not-offered` where the catalogue has no such service.
 */
export function movedTo(
  present: OrderState,
  catalogue: Catalogue,
  serviceCode: string,
  to: {
    readonly date: Temporal.PlainDate;
    readonly window: TimeWindow;
    readonly sameDate: boolean;
    readonly now: Temporal.Instant;
  },
) {
  const { date, window } = to;
  const { service, startsAt, endsAt, ...anew } = promised(catalogue, serviceCode, date, window);
  return {
    pool: service.pool,
    date,
    windowStarts: window.starts,
    windowEnds: window.ends,
    startsAt,
    endsAt,
    ...deadlinesAfterChange(present, anew, to),
  };
}
