import { todayOf } from '../../domain/calendar/index.ts';
import { quantityField } from '../../domain/orders/index.ts';
import { type CustomerCtx, may } from '../../platform/context.ts';
import type { Transaction } from '../../platform/db/database.ts';
import type { Answers } from '../../platform/db/json.ts';
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

const NOTHING_GONE = { goneProducts: [], isAddressGone: false, isCostCentreGone: false };

/**
 * Where an order with a page of its own begins once more: the answers of its form are known there.
 * @param ownPath of its kind, for example `/kuriere`
 */
export const againHref = (ownPath: string, number: string): string => `${ownPath}/${number}/erneut`;

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
  if (!may(ctx, 'orders.place') || !kind) return undefined;
  if (kind.ownPath) return { ...NOTHING_GONE, href: againHref(kind.ownPath, found.order.number) };
  const today = todayOf(ctx);
  return sameAgain(found, kind, await stillThere(tx, found.order.id, today, kind.addressUse));
}

/**
 * The answers of the form that would place this order, all but the date; undefined for a service whose form is not
 * known here.
 */
export function answersOf({ order, lines }: Pick<FoundOrder, 'order' | 'lines'>): Answers | undefined {
  const kind = kindOf(order.service_code);
  if (!kind || kind.ownPath) return undefined;
  const quantities = lines.map((line) => [quantityField(line.product_code), String(line.quantity)] as const);
  const answers = [
    ...(kind.hasQuantities ? quantities : []),
    ['addressId', String(order.address_id ?? '')],
    ['costCentreId', String(order.cost_centre_id ?? '')],
    ['reference', order.reference],
    ['driverHint', order.driver_hint],
  ] as const;
  return answers.filter(([, value]) => value !== '');
}

/** Where orders of this service are begun; undefined where its form is not known. */
export const formPathOf = (serviceCode: string): string | undefined => kindOf(serviceCode)?.formPath;

/** The product whose quantity a field asks for; undefined for every other field. */
export function productCodeOf(field: string): string | undefined {
  const prefix = quantityField('');
  return field.startsWith(prefix) ? field.slice(prefix.length) : undefined;
}

/** The link, from what the order was and what of it is still there. */
function sameAgain(found: FoundOrder, kind: OrderKind, there: StillThere): OrderAgain {
  const { order, lines } = found;
  const isSold = (code: string) => there.products.includes(code);
  const isLeft = (name: string) => {
    const product = productCodeOf(name);
    if (product) return isSold(product);
    return name === 'addressId' ? there.address : name === 'costCentreId' ? there.costCentre : true;
  };
  const answers = (answersOf(found) ?? []).filter(([name]) => isLeft(name));
  return {
    href: lines.some((line) => isSold(line.product_code))
      ? `${kind.formPath}?${new URLSearchParams(answers.map(([name, value]) => [name, value]))}`
      : undefined,
    goneProducts: lines.map((line) => line.product_code).filter((code) => !isSold(code)),
    isAddressGone: order.address_id !== null && !there.address,
    isCostCentreGone: order.cost_centre_id !== null && !there.costCentre,
  };
}
