import { mayCancel, type OrderStatus } from '../../domain/orders/index.ts';
import { type Ctx, may } from '../../platform/context.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { DescriptionItem, Frame, TimelineEntry, Tone } from '../../ui/index.ts';
import type { findOrder } from './queries.ts';
import type { OrderPage } from './show-orders.ts';
import { words } from './words.ts';

export const STATUS_TONES: Record<OrderStatus, Tone> = {
  placed: 'info',
  completed: 'ok',
  cancelled: 'neutral',
  failed: 'danger',
};

export interface StatusView {
  readonly text: string;
  readonly tone: Tone;
}

export function statusView(status: OrderStatus, language: Formats['language']): StatusView {
  return { text: words[language].status[status], tone: STATUS_TONES[status] };
}

/** A row of the list, worded. */
export interface OrderRow {
  readonly number: string;
  readonly href: string;
  readonly service: string;
  readonly date: string;
  readonly window: string;
  readonly reference: string;
  readonly status: StatusView;
  readonly net: string;
  readonly gross: string;
}

export function orderRows(page: OrderPage, formats: Formats): OrderRow[] {
  const { language } = formats;
  return page.rows.map((row) => ({
    number: row.number,
    href: orderHref(row.number),
    service: row.serviceName[language],
    date: formats.date(row.serviceDate),
    window: formats.window(row.windowStarts, row.windowEnds),
    reference: row.reference,
    status: statusView(row.status, language),
    net: formats.money(row.net),
    gross: formats.money(row.gross),
  }));
}

export const orderHref = (number: string) => `/auftraege/${number}`;

/** A line of an order, worded. */
export interface LineView {
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly net: string;
}

/** What the customer may still do with the order, or why they may not. */
export type Possibility =
  | { readonly kind: 'cancel'; readonly until: Temporal.Instant; readonly mayCancel: boolean }
  | { readonly kind: 'note'; readonly text: string };

export interface OrderView {
  readonly number: string;
  readonly service: string;
  readonly status: StatusView;
  readonly details: readonly DescriptionItem[];
  readonly lines: readonly LineView[];
  readonly sums: readonly { readonly term: string; readonly amount: string; readonly strong?: boolean }[];
  readonly history: readonly TimelineEntry[];
  readonly possibility: Possibility;
}

type Found = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** Everything that the page of an order shows. The possibility asks the same rule as the verb. */
export function orderView(found: Found, ctx: Ctx, frame: Frame): OrderView {
  const { order, lines, events } = found;
  const { formats, language } = frame;
  const t = words[language].order;
  const window = `${formats.longDate(order.service_date)}, ${formats.window(order.window_starts, order.window_ends)}`;
  return {
    number: order.number,
    service: order.service_name[language],
    status: statusView(order.status, language),
    details: filled([
      { term: t.when, value: window },
      { term: t.where, value: addressLines(order.address) },
      {
        term: t.contact,
        value: [order.address.contactName, order.address.contactPhone].filter(Boolean).join(', '),
      },
      { term: t.hint, value: order.driver_hint },
      { term: t.reference, value: order.reference },
      { term: t.costCentre, value: order.cost_centre_label },
    ]),
    lines: lines.map((line) => ({
      name: line.name[language],
      quantity: `${formats.number(line.quantity)} ${line.unit[language]}`,
      unitPrice: formats.unitPrice(line.unit_price),
      net: formats.money(line.net_cents),
    })),
    sums: sumsView({ net: order.net_cents, vat: order.vat, gross: order.gross_cents }, formats),
    history: events.map((event) => ({
      at: event.at,
      title: words[language].happened[event.kind],
      detail: whoDid(event, order.placed_by === null, frame),
      tone: event.kind === 'changed' ? 'info' : STATUS_TONES[event.kind],
    })),
    possibility: possibilityOf(order, ctx, frame),
  };
}

function whoDid(event: Found['events'][number], placerLeft: boolean, frame: Frame): string {
  const t = words[frame.language].order;
  if (event.personName) return t.byPerson({ name: event.personName });
  const byPerson = event.personId !== null || (event.kind === 'placed' && placerLeft);
  return byPerson ? t.byFormer : t.byCarrier({ carrier: frame.carrier.name });
}

function possibilityOf(order: Found['order'], ctx: Ctx, { language, formats }: Frame): Possibility {
  const t = words[language].order;
  const refusal = mayCancel(
    {
      status: order.status,
      final: order.cancel_until === null,
      cancelUntil: order.cancel_until,
      cancelledAt: order.cancelled_at,
    },
    ctx.now,
  );
  if (!refusal && order.cancel_until) {
    return { kind: 'cancel', until: order.cancel_until, mayCancel: may(ctx, 'orders.cancel') };
  }
  if (order.cancelled_at)
    return { kind: 'note', text: t.isCancelled({ at: formats.dateTime(order.cancelled_at) }) };
  if (order.status === 'completed') return { kind: 'note', text: t.isCompleted };
  if (order.status === 'failed') return { kind: 'note', text: t.isFailed };
  return {
    kind: 'note',
    text: order.cancel_until ? t.late({ deadline: formats.dateTime(order.cancel_until) }) : t.final,
  };
}

/** Net, VAT per rate, gross; also for a quote. */
export function sumsView(
  sums: {
    readonly net: number;
    readonly vat: readonly { readonly rate: number; readonly amount: number }[];
    readonly gross: number;
  },
  formats: Formats,
) {
  const t = words[formats.language].order;
  return [
    { term: t.net, amount: formats.money(sums.net) },
    ...sums.vat.map(({ rate, amount }) => ({
      term: t.vat({ rate: formats.percent(rate) }),
      amount: formats.money(amount),
    })),
    { term: t.gross, amount: formats.money(sums.gross), strong: true },
  ];
}

/** An address on its lines. */
export function addressLines(address: {
  readonly recipient: string;
  readonly street: string;
  readonly postcode: string;
  readonly city: string;
}): string {
  return `${address.recipient}, ${address.street}, ${address.postcode} ${address.city}`;
}

const filled = (items: readonly (DescriptionItem & { value: string })[]) =>
  items.filter(({ value }) => value !== '');
