import {
  deadlineFor,
  type OfferedWindow,
  type TimeWindow,
  windowInstants,
} from '../../domain/calendar/index.ts';
import { lineNet, type Totals, totals } from '../../domain/money.ts';
import { splitByService } from '../../domain/orders/index.ts';
import { refuse } from '../../domain/refusal.ts';
import type { CustomerCtx } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { AddressSnapshot, Particular } from '../../platform/db/json.ts';
import {
  type Catalogue,
  chosenOffer,
  type Product,
  type Service,
  type TourZone,
} from '../catalogue/index.ts';
import { type AddressUse, type CostCentre, findBookingDetails } from '../customers/index.ts';
import type { NewLine } from './queries.ts';
import type { Booking } from './schemas.ts';
import { servedAt } from './served-at.ts';

/** A product of the catalogue and how many pieces of it. */
export interface BasketLine {
  readonly product: Product;
  readonly quantity: number;
}

/** What somebody wants to book. */
export interface Basket {
  /** Read for at least the services of the lines, and for the address; its zone is worked out here. */
  readonly catalogue: Catalogue;
  readonly lines: readonly BasketLine[];
  readonly booking: Booking;
  /** What the address must be good for. */
  readonly addressUse: AddressUse;
}

/** One order as it would be placed now: its lines and sums in cents, its deadlines as instants. */
export interface QuotedOrder extends Totals {
  readonly service: Service;
  readonly lines: readonly NewLine[];
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Undefined: final when placed. */
  readonly changeUntil: Temporal.Instant | undefined;
  readonly cancelUntil: Temporal.Instant | undefined;
}

/** Where an order is carried out. Without an id it is no address of the firm: a depot, the door of somebody else. */
export interface OrderPlace extends AddressSnapshot {
  readonly id?: number;
}

/** Everything that placing a basket would promise. The page that asks "is this right?" shows it. */
export interface Quote {
  readonly booking: Pick<Booking, 'slot' | 'reference' | 'driverHint'>;
  readonly date: Temporal.PlainDate;
  readonly window: OfferedWindow;
  readonly address: OrderPlace;
  /** The zone of the tours in which it lies; undefined where there is none, or none that counts. */
  readonly zone?: TourZone | undefined;
  readonly costCentre: CostCentre | undefined;
  readonly orders: readonly QuotedOrder[];
  /** Of all orders together. */
  readonly totals: Totals;
  /** The last instant at which this can be ordered, and approved; undefined: it begins at once. */
  readonly orderBy: Temporal.Instant | undefined;
  /** What this kind of order says besides. */
  readonly particulars?: readonly Particular[];
}

/**
 * Works out what placing the basket now would mean: one order per service, because deadlines hang on the product
 * (stamps are final, boxes of the same basket are not). Writes nothing.
 *
 * Refuses with `slot-not-offered`, `slot-full`, or `invalid` for an address or cost centre that is not the firm's, and
 * for an address to which nobody goes.
 */
export async function quoteOrders(tx: Transaction, ctx: CustomerCtx, basket: Basket): Promise<Quote> {
  const { booking } = basket;
  const details = await findBookingDetails(tx, booking, basket.addressUse);
  const catalogue = servedAt(basket.catalogue, details.address);
  const lines = basket.lines.map(priced);
  const shares = splitByService(lines);
  const serviceCodes = shares.map(({ serviceCode }) => serviceCode);
  const choice = chosenOffer(catalogue, serviceCodes, booking.slot, ctx.now);
  const { date } = choice.day;
  return {
    booking,
    date,
    window: choice.window,
    ...details,
    zone: catalogue.zone,
    orders: shares.map((share) => ({
      lines: share.lines,
      ...totals(share.lines),
      ...promised(catalogue, share.serviceCode, date, choice.window),
    })),
    totals: totals(lines),
    orderBy: choice.orderBy,
  };
}

/** Window and deadlines as instants, which later changes of the rules do not move. */
export function promised(
  { services, calendar, timeZone }: Catalogue,
  serviceCode: string,
  date: Temporal.PlainDate,
  window: TimeWindow,
) {
  const service = services.get(serviceCode);
  if (!service) refuse({ code: 'slot-not-offered' });
  const { starts, ends } = windowInstants(date, window, timeZone);
  return {
    service,
    startsAt: starts,
    endsAt: ends,
    changeUntil: deadlineFor(service.changeRule, date, calendar, timeZone, window.starts),
    cancelUntil: deadlineFor(service.cancelRule, date, calendar, timeZone, window.starts),
  };
}

/** A line as it is written: what it is called and costs is copied, in cents and hundredths of a cent. */
export function priced({ product, quantity }: BasketLine): NewLine & { readonly serviceCode: string } {
  return {
    serviceCode: product.serviceCode,
    productCode: product.code,
    name: product.name,
    unit: product.unit,
    quantity,
    unitPrice: product.unitPrice,
    vatRate: product.vatRate,
    net: lineNet(product.unitPrice, quantity),
  };
}
