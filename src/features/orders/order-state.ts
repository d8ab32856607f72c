import { slotKey } from '../../domain/calendar/index.ts';
import type { OrderDeadlines } from '../../domain/orders/index.ts';
import type {
  AddressSnapshot,
  OrderLineSnapshot,
  OrderPromise,
  Particular,
  VatShare,
} from '../../platform/db/json.ts';
import type { NewLine, StoredLine, StoredOrder } from './queries.ts';

/** What one version of an order promises: amounts in cents, prices in hundredths of a cent. */
export interface OrderState extends OrderDeadlines {
  readonly pool: string;
  readonly date: Temporal.PlainDate;
  readonly windowStarts: Temporal.PlainTime;
  readonly windowEnds: Temporal.PlainTime;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  /** Undefined where it is not carried out at an address of the firm. */
  readonly addressId: number | undefined;
  readonly address: AddressSnapshot;
  readonly reference: string;
  readonly costCentreId: number | undefined;
  readonly costCentreLabel: string;
  readonly driverHint: string;
  readonly particulars: readonly Particular[];
  readonly lines: readonly NewLine[];
  readonly net: number;
  readonly vat: readonly VatShare[];
  readonly gross: number;
}

/** The key of the window that it has. */
export const ownSlot = ({ date, windowStarts }: Pick<OrderState, 'date' | 'windowStarts'>): string =>
  slotKey(date, { starts: windowStarts });

/** The newest version: the rows of the order and of its lines. */
export function presentState(order: StoredOrder, lines: readonly StoredLine[]): OrderState {
  return {
    pool: order.pool,
    date: order.service_date,
    windowStarts: order.window_starts,
    windowEnds: order.window_ends,
    startsAt: order.starts_at,
    endsAt: order.ends_at,
    changeUntil: order.change_until ?? undefined,
    cancelUntil: order.cancel_until ?? undefined,
    addressId: order.address_id ?? undefined,
    address: order.address,
    reference: order.reference,
    costCentreId: order.cost_centre_id ?? undefined,
    costCentreLabel: order.cost_centre_label,
    driverHint: order.driver_hint,
    particulars: order.particulars,
    lines: lines.map((line) => ({
      productCode: line.product_code,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      unitPrice: line.unit_price,
      vatRate: line.vat_rate,
      net: line.net_cents,
    })),
    net: order.net_cents,
    vat: order.vat,
    gross: order.gross_cents,
  };
}

/** Every version of an order, the first one first and the newest last. */
export function allStates(found: {
  readonly order: StoredOrder;
  readonly lines: readonly StoredLine[];
  readonly versions: readonly {
    readonly promise: OrderPromise;
    readonly lines: readonly OrderLineSnapshot[];
  }[];
}): readonly OrderState[] {
  const earlier = found.versions.map((version) => earlierState(version.promise, version.lines));
  return [...earlier, presentState(found.order, found.lines)];
}

function earlierState(promise: OrderPromise, lines: readonly OrderLineSnapshot[]): OrderState {
  const instant = (text: string) => Temporal.Instant.from(text);
  return {
    ...promise,
    date: Temporal.PlainDate.from(promise.serviceDate),
    windowStarts: Temporal.PlainTime.from(promise.windowStarts),
    windowEnds: Temporal.PlainTime.from(promise.windowEnds),
    startsAt: instant(promise.startsAt),
    endsAt: instant(promise.endsAt),
    changeUntil: promise.changeUntil === null ? undefined : instant(promise.changeUntil),
    cancelUntil: promise.cancelUntil === null ? undefined : instant(promise.cancelUntil),
    addressId: promise.addressId ?? undefined,
    costCentreId: promise.costCentreId ?? undefined,
    particulars: promise.particulars ?? [],
    lines,
  };
}
