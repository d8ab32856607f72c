import type { OrderStatus } from '../../domain/orders/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { DescriptionItem, Frame, Tone } from '../../ui/index.ts';
import { addressLines } from './address-lines.ts';
import { differences } from './change/differences.ts';
import { words as changeWords } from './change/words.ts';
import type { OrderAgain } from './order-again.ts';
import { kindOf } from './order-kinds.ts';
import { allStates, type OrderState } from './order-state.ts';
import {
  type ApprovalPossibility,
  approvalPossibility,
  type ChangePossibility,
  cancelPossibility,
  changePossibility,
  type Possibility,
} from './possibilities.ts';
import { quantityOf } from './quantity-of.ts';
import type { ApprovalTerms, FoundOrder as Found } from './queries.ts';
import type { OrderPage } from './show-orders.ts';
import { words } from './words.ts';

export const STATUS_TONES: Record<OrderStatus, Tone> = {
  'awaiting-approval': 'warn',
  placed: 'info',
  completed: 'ok',
  cancelled: 'neutral',
  failed: 'danger',
  declined: 'danger',
  expired: 'danger',
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

/** The appointment as a file that calendar programs open. */
const appointmentHref = (number: string) => `/kalender/termine/${number}.ics`;

export const changeHref = (number: string) => `${orderHref(number)}/aendern`;

/** The page of its own that an order of this service has; undefined for most. */
export function ownHref(serviceCode: string, number: string): string | undefined {
  const path = kindOf(serviceCode)?.ownPath;
  return path && `${path}/${number}`;
}

/** The way to the same order once more, with what it leaves out in words. */
export interface AgainView {
  readonly href: string | undefined;
  readonly notices: readonly string[];
}

export function againView(again: OrderAgain, { lines }: Found, { language }: Frame): AgainView {
  const t = words[language].order;
  const gone = lines.filter((line) => again.goneProducts.includes(line.product_code));
  return {
    href: again.href,
    notices: [
      ...(gone.length > 0 ? [t.gone({ names: gone.map(({ name }) => name[language]).join(', ') })] : []),
      ...(again.href && again.isAddressGone ? [t.addressGone] : []),
      ...(again.href && again.isCostCentreGone ? [t.costCentreGone] : []),
    ],
  };
}

/** A line of an order, worded. */
export interface LineView {
  readonly name: string;
  readonly quantity: string;
  readonly unitPrice: string;
  readonly net: string;
}

/** The lines that an order would have, worded. */
export function lineViews(lines: OrderState['lines'], formats: Formats): LineView[] {
  const { language } = formats;
  return lines.map((line) => ({
    name: line.name[language],
    quantity: quantityOf(line, formats),
    unitPrice: line.unitPrice === 0 ? changeWords[language].free : formats.unitPrice(line.unitPrice),
    net: formats.money(line.net),
  }));
}

/** Something that happened to an order, worded. */
export interface HistoryEntry {
  readonly at: Temporal.Instant;
  readonly title: string;
  readonly who: string;
  readonly tone: Tone;
  /** Of a change: what was different afterwards. */
  readonly changes: readonly string[];
}

export interface OrderView {
  readonly number: string;
  readonly service: string;
  readonly status: StatusView;
  readonly details: readonly DescriptionItem[];
  readonly lines: readonly LineView[];
  readonly sums: readonly { readonly term: string; readonly amount: string; readonly strong?: boolean }[];
  readonly history: readonly HistoryEntry[];
  readonly possibility: Possibility;
  readonly change: ChangePossibility | undefined;
  /** It waits for approval: until when, and what this person may do about it. */
  readonly approval: ApprovalPossibility | undefined;
  /** Where this kind of order has a page of its own: that page. */
  readonly ownHref: string | undefined;
  /** It is changed and cancelled on that page only. */
  readonly isCancelledThere: boolean;
  /** The appointment as a file; undefined once it does not take place, or has. */
  readonly appointmentHref: string | undefined;
  /** The plan that this order is a date of. */
  readonly plan: { readonly number: string; readonly href: string } | undefined;
}

/**
 * Everything that the page of an order shows. What is possible asks the same rules as the verbs.
 * @param terms of approval, for whoever looks; without them nothing can be decided on the page
 */
export function orderView(found: Found, ctx: Ctx, frame: Frame, terms?: ApprovalTerms): OrderView {
  const { order, lines, events } = found;
  const { formats, language } = frame;
  const t = words[language].order;
  const states = allStates(found);
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
      ...order.particulars.map(({ term, value }) => ({ term: term[language], value: value[language] })),
      { term: t.hint, value: order.driver_hint },
      { term: t.reference, value: order.reference },
      { term: t.costCentre, value: order.cost_centre_label },
    ]),
    lines: lines.map((line) => ({
      name: line.name[language],
      quantity: quantityOf(line, formats),
      unitPrice: formats.unitPrice(line.unit_price),
      net: formats.money(line.net_cents),
    })),
    sums: sumsView({ net: order.net_cents, vat: order.vat, gross: order.gross_cents }, formats),
    history: events.map((event) => ({
      at: event.at,
      title: words[language].happened[event.kind],
      who: whoDid(event, order.placed_by === null, frame),
      tone: event.kind in STATUS_TONES ? STATUS_TONES[event.kind as OrderStatus] : 'info',
      changes:
        event.kind === 'declined' && order.decline_reason
          ? [t.because({ reason: order.decline_reason })]
          : changesOf(event, states, frame),
    })),
    possibility: cancelPossibility(order, ctx, frame),
    change: changePossibility(order, ctx),
    approval: approvalPossibility(order, ctx, terms),
    ownHref: ownHref(order.service_code, order.number),
    isCancelledThere: kindOf(order.service_code)?.cancelsThere ?? false,
    appointmentHref: order.status === 'placed' ? appointmentHref(order.number) : undefined,
    plan: planOf(order),
  };
}

function planOf({ plan_number: number, service_code: serviceCode }: Found['order']): OrderView['plan'] {
  const path = kindOf(serviceCode)?.planPath;
  return path && number ? { number, href: `${path}/${number}` } : undefined;
}

/** Who caused an event: a colleague, somebody who has left, or the carrier. */
export function whoDid(event: Found['events'][number], placerLeft: boolean, frame: Frame): string {
  const t = words[frame.language].order;
  if (event.personName) return t.byPerson({ name: event.personName });
  const byPerson =
    event.personId !== null ||
    ((event.kind === 'placed' || event.kind === 'awaiting-approval') && placerLeft);
  return byPerson ? t.byFormer : t.byCarrier({ carrier: frame.carrier.name });
}

/** What changed with an event, from what to what. */
function changesOf(event: Found['events'][number], states: readonly OrderState[], frame: Frame): string[] {
  const [before, after] = [states[(event.version ?? 0) - 2], states[(event.version ?? 0) - 1]];
  if (!before || !after) return [];
  return differences(before, after, frame.formats).map(changeWords[frame.language].became);
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

const filled = (items: readonly (DescriptionItem & { value: string })[]) =>
  items.filter(({ value }) => value !== '');
