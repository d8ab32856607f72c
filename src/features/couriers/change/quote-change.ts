import type { CustomerCtx } from '../../../platform/context.ts';
import type { Transaction } from '../../../platform/db/database.ts';
import type { OrderState } from '../../orders/index.ts';
import type { NewRide } from '../queries.ts';
import { quoteRide } from '../quote-ride.ts';
import type { RideWish } from '../schemas.ts';
import { staysAt } from '../when.ts';
import type { PresentRide } from './present-ride.ts';

/** A ride as it is and as the change would make it, with its price in the lines. */
export interface RideChange {
  readonly before: OrderState;
  readonly after: OrderState;
  readonly ride: NewRide;
  /** Places of the window afterwards. */
  readonly capacity: number;
}

/**
 * Works out what the change would mean: everything anew at the prices of today, also what cancelling costs once a rider
 * is assigned. Writes nothing. Refuses as booking a ride does; where it is now it can stay.
 */
export async function quoteRideChange(
  tx: Transaction,
  ctx: CustomerCtx,
  { state, kept }: PresentRide,
  wish: RideWish,
): Promise<RideChange> {
  // a cost centre that was closed since may stay where it is
  const isSameCentre = wish.costCentreId === state.costCentreId;
  const asked = isSameCentre ? { ...wish, costCentreId: undefined } : wish;
  const { quote, ride } = await quoteRide(tx, ctx, asked, kept);
  const [order] = quote.orders;
  if (!order) throw new Error('a ride without an order');
  const { id: addressId, ...address } = quote.address;
  const { changeUntil, cancelUntil } = staysAt(kept.time, wish) ? state : order;
  return {
    before: state,
    after: {
      ...state,
      pool: order.service.pool,
      date: quote.date,
      windowStarts: quote.window.starts,
      windowEnds: quote.window.ends,
      startsAt: order.startsAt,
      endsAt: order.endsAt,
      changeUntil,
      cancelUntil,
      addressId,
      address,
      reference: quote.booking.reference,
      ...(isSameCentre
        ? {}
        : {
            costCentreId: quote.costCentre?.id,
            costCentreLabel: quote.costCentre ? `${quote.costCentre.code} ${quote.costCentre.name}` : '',
          }),
      driverHint: quote.booking.driverHint,
      particulars: quote.particulars ?? [],
      lines: order.lines,
      net: order.net,
      vat: order.vat,
      gross: order.gross,
    },
    ride,
    capacity: quote.window.capacity,
  };
}
