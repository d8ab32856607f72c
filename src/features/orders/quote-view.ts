import type { Formats } from '../../platform/i18n/index.ts';
import type { DescriptionItem } from '../../ui/index.ts';
import { addressLines } from './address-lines.ts';
import { quantityOf } from './quantity-of.ts';
import type { Quote } from './quote-orders.ts';
import { type LineView, sumsView } from './view.ts';
import { words } from './words.ts';

/** What the page "check your answers" shows of a quote. */
export interface QuoteView {
  readonly details: readonly DescriptionItem[];
  readonly orders: readonly {
    readonly service: string;
    readonly lines: readonly LineView[];
    /** Until when it can be cancelled, or that it cannot. */
    readonly deadline: string;
    readonly isFinal: boolean;
  }[];
  readonly sums: ReturnType<typeof sumsView>;
  /** That it will wait for approval, and until when; undefined: it will not. */
  readonly waits: string | undefined;
}

/**
 * @param changeHref address of the form on which date, address and the like are changed
 * @param waits until when it could be approved, where it will wait for that
 */
export function quoteView(
  quote: Quote,
  formats: Formats,
  changeHref: string,
  waits: Temporal.Instant | undefined,
): QuoteView {
  const { language } = formats;
  const t = words[language];
  const when = `${formats.longDate(quote.date)}, ${formats.window(quote.window.starts, quote.window.ends)}`;
  const details = [
    { term: t.booking.when, value: when },
    { term: t.booking.address, value: addressLines(quote.address) },
    { term: t.booking.zoneTerm, value: quote.zone?.name[language] ?? '' },
    { term: t.booking.reference, value: quote.booking.reference },
    {
      term: t.booking.costCentre,
      value: quote.costCentre ? `${quote.costCentre.code} ${quote.costCentre.name}` : '',
    },
    { term: t.booking.driverHint, value: quote.booking.driverHint },
  ];
  return {
    details: details.filter(({ value }) => value !== '').map((item) => ({ ...item, change: changeHref })),
    orders: quote.orders.map((order) => ({
      service: order.service.name[language],
      lines: order.lines.map((line) => ({
        name: line.name[language],
        quantity: quantityOf(line, formats),
        unitPrice: line.unitPrice === 0 ? t.booking.freeOfCharge : formats.unitPrice(line.unitPrice),
        net: formats.money(line.net),
      })),
      deadline: order.cancelUntil
        ? t.booking.cancellable({ until: formats.dateTime(order.cancelUntil) })
        : t.booking.final,
      isFinal: order.cancelUntil === undefined,
    })),
    sums: sumsView(quote.totals, formats),
    waits: waitsText(waits, formats),
  };
}

/** What the page "check your answers" says of approval; undefined where nothing waits. */
export const waitsText = (until: Temporal.Instant | undefined, formats: Formats): string | undefined =>
  until && words[formats.language].approval.waits({ until: formats.dateTime(until) });
