import { lineNet, totals } from '../../domain/money.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { addressLines, orderHref, type UpcomingOrder } from '../orders/index.ts';
import { EXPRESS, EXTRA, type PickupKind, STANDING_SERVICE } from './kinds.ts';
import { pickupProduct } from './quote-pickup.ts';
import { words } from './words.ts';

/** What the form says before anything is filled in: hours and price, from the data that decide. */
export interface PickupTerms {
  readonly hours: string;
  readonly price: string;
}

export function pickupTerms(catalogue: Catalogue, service: string, formats: Formats): PickupTerms {
  const { language } = formats;
  const product = pickupProduct(catalogue, service);
  const sums = product && totals([{ net: lineNet(product.unitPrice, 1), vatRate: product.vatRate }]);
  return {
    hours: catalogue.services.get(service)?.hours[language] ?? '',
    price: sums
      ? words[language].price({ net: formats.money(sums.net), gross: formats.money(sums.gross) })
      : '',
  };
}

/** One way to have mail picked up, as the page of pickups offers it. */
export interface WayView extends PickupTerms {
  readonly href: string;
  readonly title: string;
  readonly action: string;
}

/** The ways that the carrier offers, the most usual first. */
export function waysView(catalogue: Catalogue, formats: Formats): WayView[] {
  const t = words[formats.language];
  const way = (service: string, href: string, action: string) => ({
    ...pickupTerms(catalogue, service, formats),
    href,
    action,
    title: catalogue.services.get(service)?.name[formats.language] ?? '',
    isOffered: catalogue.services.has(service) && pickupProduct(catalogue, service) !== undefined,
  });
  const ofKind = ({ service, formPath, name }: PickupKind) => way(service, formPath, t.kinds[name].way);
  return [
    ofKind(EXTRA),
    ofKind(EXPRESS),
    way(STANDING_SERVICE, '/abholungen/regelmaessig', t.standingWay),
  ].filter(({ isOffered }) => isOffered);
}

export interface PickupRow {
  readonly number: string;
  readonly href: string;
  readonly what: string;
  readonly when: string;
  readonly where: string;
  readonly reference: string;
  readonly cancelUntil: string;
}

export function pickupRows(orders: readonly UpcomingOrder[], formats: Formats): PickupRow[] {
  const t = words[formats.language];
  return orders.map((order) => ({
    number: order.number,
    href: orderHref(order.number),
    what: order.serviceName[formats.language],
    when: `${formats.date(order.serviceDate)}, ${formats.window(order.windowStarts, order.windowEnds)}`,
    where: addressLines(order.address),
    reference: order.reference,
    cancelUntil: order.cancelUntil ? formats.dateTime(order.cancelUntil) : t.final,
  }));
}
