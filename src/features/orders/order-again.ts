import { quantityField } from '../../domain/orders/index.ts';
import { type CustomerCtx, may } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import { kindOf, type OrderKind } from './order-kinds.ts';
import { type FoundOrder, type StillThere, stillThere } from './queries.ts';

/** The way to the same order once more. */
export interface OrderAgain {
  /** The form with everything filled in but the date; undefined when nothing of it can be ordered any more. */
  readonly href: string | undefined;
  /** Codes of the products that are no longer sold. */
  readonly goneProducts: readonly string[];
  /** The order's address or cost centre is no longer in use. */
  readonly isAddressGone: boolean;
  readonly isCostCentreGone: boolean;
}

/**
 * Leads to the form of an order like this one: the answers travel in the address, as they do between its steps.
 * What is no longer there is left out and named. Undefined for whoever may not order, and for a service whose
 * form is not known.
 */
export async function orderAgain(
  tx: Transaction,
  ctx: CustomerCtx,
  found: FoundOrder,
): Promise<OrderAgain | undefined> {
  const kind = kindOf(found.order.service_code);
  if (!may(ctx, 'orders.place') || !kind || kind.ownPath) return undefined;
  const today = ctx.now.toZonedDateTimeISO(ctx.timeZone).toPlainDate();
  return sameAgain(found, kind, await stillThere(tx, found.order.id, today, kind.addressUse));
}

/** The link, from what the order was and what of it is still there. */
function sameAgain({ order, lines }: FoundOrder, kind: OrderKind, there: StillThere): OrderAgain {
  const isSold = (code: string) => there.products.includes(code);
  const quantities = kind.hasQuantities
    ? lines
        .filter((line) => isSold(line.product_code))
        .map((line) => [quantityField(line.product_code), String(line.quantity)])
    : [];
  const isGone = kind.hasQuantities
    ? quantities.length === 0
    : !lines.some((line) => isSold(line.product_code));
  const answers = [
    ...quantities,
    ['addressId', there.address ? String(order.address_id ?? '') : ''],
    ['costCentreId', there.costCentre ? String(order.cost_centre_id ?? '') : ''],
    ['reference', order.reference],
    ['driverHint', order.driver_hint],
  ].filter(([, value]) => value !== '');
  return {
    href: isGone ? undefined : `${kind.formPath}?${new URLSearchParams(answers)}`,
    goneProducts: lines.map((line) => line.product_code).filter((code) => !isSold(code)),
    isAddressGone: order.address_id !== null && !there.address,
    isCostCentreGone: order.cost_centre_id !== null && !there.costCentre,
  };
}
