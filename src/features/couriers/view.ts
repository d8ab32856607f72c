import { RIDE_STEPS, type RideStep, rideCancellation } from '../../domain/courier/index.ts';
import { lineNet } from '../../domain/money.ts';
import { type Ctx, may } from '../../platform/context.ts';
import type { AddressSnapshot, Particular } from '../../platform/db/json.ts';
import type { Formats } from '../../platform/i18n/index.ts';
import type { DescriptionItem, Frame, Tone } from '../../ui/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import {
  type AgainView,
  againHref,
  type FoundOrder,
  orderView,
  statusView,
  type UpcomingOrder,
} from '../orders/index.ts';
import { rideChangeRefusal } from './change/present-ride.ts';
import { placeText } from './particulars.ts';
import { COURIERS, rideHref } from './paths.ts';
import type { CourierTerms, StoredRide } from './queries.ts';
import { words } from './words.ts';

export interface RideRow {
  readonly number: string;
  readonly href: string;
  readonly when: string;
  readonly from: string;
  readonly reference: string;
}

export function rideRows(orders: readonly UpcomingOrder[], formats: Formats): RideRow[] {
  return orders.map((order) => ({
    number: order.number,
    href: rideHref(order.number),
    when: `${formats.date(order.serviceDate)}, ${formats.window(order.windowStarts, order.windowEnds)}`,
    from: `${order.address.recipient}, ${order.address.street}`,
    reference: order.reference,
  }));
}

/** The price table, from the data that decide. */
export interface PricesView {
  readonly vehicles: readonly {
    readonly name: string;
    readonly carries: string;
    readonly base: string;
    readonly fares: readonly string[];
  }[];
  readonly extras: string;
}

export function pricesView(terms: CourierTerms, { products }: Catalogue, formats: Formats): PricesView {
  const t = words[formats.language];
  const price = (code: string) => formats.money(lineNet(products.get(code)?.unitPrice ?? 0, 1));
  return {
    vehicles: terms.vehicles.map(({ name, maxKg, maxSize, productCode, fares }) => ({
      name: name[formats.language],
      carries: t.carriesText({ kg: formats.number(maxKg), size: maxSize.join(' × ') }),
      base: price(productCode),
      fares: [fares.near, fares.city, fares.region].map((fare) => formats.money(lineNet(fare, 1))),
    })),
    extras: t.extras({
      stop: price(terms.stopProduct),
      wait: price(terms.waitProduct),
      narrow: price(terms.narrowWindowProduct),
      direct: formats.percent(terms.directSurcharge),
    }),
  };
}

/** Everything that is said of a ride besides its price. */
export function rideDetails(
  of: {
    readonly date: Temporal.PlainDate;
    readonly starts: Temporal.PlainTime;
    readonly ends: Temporal.PlainTime;
    readonly from: AddressSnapshot;
    /** Of the pickup; those of other places are among the particulars. */
    readonly hint: string;
    readonly particulars: readonly Particular[];
    readonly reference: string;
    readonly costCentre: string;
  },
  formats: Formats,
): readonly DescriptionItem[] {
  const { language } = formats;
  const t = words[language];
  return [
    { term: t.when, value: `${formats.longDate(of.date)}, ${formats.window(of.starts, of.ends)}` },
    { term: t.from, value: placeText(of.from) },
    { term: t.hintAt({ place: t.from }), value: of.hint },
    ...of.particulars.map(({ term, value }) => ({ term: term[language], value: value[language] })),
    { term: t.reference, value: of.reference },
    { term: t.costCentre, value: of.costCentre },
  ].filter(({ value }) => value !== '');
}

/** A step of the way: reached at some time, or still to come. */
export interface StepView {
  readonly title: string;
  readonly at: Temporal.Instant | undefined;
  readonly detail: string;
  readonly tone: Tone;
}

/** What cancelling means now, or that it is over. */
export interface RideCancelView {
  readonly text: string;
  /** Net cents; undefined: it cannot be cancelled. */
  readonly fee: number | undefined;
  readonly may: boolean;
}

export interface RideView {
  readonly number: string;
  readonly status: { readonly text: string; readonly tone: Tone };
  readonly details: readonly DescriptionItem[];
  readonly steps: readonly StepView[];
  readonly lines: ReturnType<typeof orderView>['lines'];
  readonly sums: ReturnType<typeof orderView>['sums'];
  readonly cancel: RideCancelView;
  /** Undefined: not any more. */
  readonly change: { readonly text: string; readonly may: boolean } | undefined;
  /** Undefined for whoever may not order. */
  readonly again: AgainView | undefined;
  /** Until when it can be approved; undefined: it does not wait for that. */
  readonly approveUntil: Temporal.Instant | undefined;
}

/** Everything that the page of a ride shows. What is possible asks the same rule as the verb. */
export function rideView(found: FoundOrder, stored: StoredRide, ctx: Ctx, frame: Frame): RideView {
  const { order } = found;
  const { number, status, lines, sums, approval } = orderView(found, ctx, frame);
  return {
    number,
    status,
    lines,
    sums,
    details: rideDetails(
      {
        date: order.service_date,
        starts: order.window_starts,
        ends: order.window_ends,
        from: order.address,
        hint: order.driver_hint,
        particulars: order.particulars,
        reference: order.reference,
        costCentre: order.cost_centre_label,
      },
      frame.formats,
    ),
    steps: stepsOf(found, stored, frame.formats),
    cancel: cancelView(found, stored, ctx, frame.formats),
    change: rideChangeRefusal(order, stored.ride, ctx.now)
      ? undefined
      : { text: changeTerms(order, frame.formats), may: may(ctx, 'orders.place') },
    again: may(ctx, 'orders.place') ? { href: againHref(COURIERS, number), notices: [] } : undefined,
    approveUntil: approval?.until,
  };
}

/** Until when a ride can be changed. */
export function changeTerms(
  { change_until: until }: Pick<FoundOrder['order'], 'change_until'>,
  formats: Formats,
): string {
  const t = words[formats.language];
  return until ? t.changeableUntil({ at: formats.dateTime(until) }) : t.changeable;
}

function stepsOf({ order }: FoundOrder, { events }: StoredRide, { language }: Formats): StepView[] {
  const t = words[language];
  const reached = events.map(
    ({ step, at, name }): StepView => ({
      title: t.stepNames[step],
      at,
      detail: nameOf(step, name, language),
      tone: step === 'delivered' ? 'ok' : 'info',
    }),
  );
  if (order.cancelled_at)
    return [...reached, { title: t.cancelledStep, at: order.cancelled_at, detail: '', tone: 'neutral' }];
  if (order.status === 'failed')
    return [...reached, { title: t.failedStep, at: undefined, detail: '', tone: 'danger' }];
  if (order.status === 'declined' || order.status === 'expired')
    return [...reached, { ...statusStep(order.status, language), at: undefined, detail: '' }];
  return [
    ...reached,
    ...RIDE_STEPS.slice(events.length).map(
      (step): StepView => ({
        title: t.stepNames[step],
        at: undefined,
        detail: t.pending,
        tone: 'neutral',
      }),
    ),
  ];
}

/** The end of a ride that was not approved. */
function statusStep(
  status: 'declined' | 'expired',
  language: Formats['language'],
): Pick<StepView, 'title' | 'tone'> {
  const { text, tone } = statusView(status, language);
  return { title: text, tone };
}

function nameOf(step: RideStep, name: string, language: Formats['language']): string {
  const t = words[language];
  if (name === '') return '';
  return step === 'delivered' ? t.receivedBy({ name }) : t.rider({ name });
}

export function cancelView(
  { order }: FoundOrder,
  { ride }: StoredRide,
  ctx: Ctx,
  formats: Formats,
): RideCancelView {
  const t = words[formats.language];
  const rule = rideCancellation({ status: order.status, step: ride.step, cancelledAt: order.cancelled_at });
  if (rule.may) {
    const fee = rule.charge === 'base-fee' ? ride.base_fee_cents : 0;
    return {
      text: fee > 0 ? t.feeNow({ fee: formats.money(fee) }) : t.freeNow,
      fee,
      may: may(ctx, 'orders.cancel'),
    };
  }
  const text = order.is_cancellation_charged
    ? t.cancelledFee({ fee: formats.money(order.net_cents) })
    : order.cancelled_at
      ? t.cancelledFree
      : rule.refusal.code === 'already-decided'
        ? t.neverRode
        : t.noMore;
  return { text, fee: undefined, may: false };
}
