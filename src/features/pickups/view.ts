import { lineNet, totals } from '../../domain/money.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { addressLines, orderHref, type UpcomingOrder } from '../orders/index.ts';
import { PICKUP_SERVICE, pickupProduct } from './quote-pickup.ts';
import { words } from './words.ts';

/** What the form says before anything is filled in: hours and price, from the data that decide. */
export interface PickupTerms {
  readonly hours: string;
  readonly price: string;
}

export function pickupTerms(catalogue: Catalogue, formats: Formats): PickupTerms {
  const { language } = formats;
  const product = pickupProduct(catalogue);
  const sums = product && totals([{ net: lineNet(product.unitPrice, 1), vatRate: product.vatRate }]);
  return {
    hours: catalogue.services.get(PICKUP_SERVICE)?.hours[language] ?? '',
    price: sums
      ? words[language].price({ net: formats.money(sums.net), gross: formats.money(sums.gross) })
      : '',
  };
}

export interface PickupRow {
  readonly number: string;
  readonly href: string;
  readonly when: string;
  readonly where: string;
  readonly reference: string;
  readonly cancelUntil: string;
}

export function pickupRows(orders: readonly UpcomingOrder[], formats: Formats): PickupRow[] {
  return orders.map((order) => ({
    number: order.number,
    href: orderHref(order.number),
    when: `${formats.date(order.serviceDate)}, ${formats.window(order.windowStarts, order.windowEnds)}`,
    where: addressLines(order.address),
    reference: order.reference,
    cancelUntil: order.cancelUntil ? formats.dateTime(order.cancelUntil) : '',
  }));
}
