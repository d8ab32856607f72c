import { z } from 'zod';
import { type RideStep, rideCancellation, rideChange } from '../../domain/courier/index.ts';
import { ORDER_STATUSES, type OrderStatus } from '../../domain/orders/index.ts';
import type { Refusal } from '../../domain/refusal.ts';
import { type CustomerCtx, may } from '../../platform/context.ts';
import {
  bilingual,
  cents,
  code,
  date,
  instant,
  noted,
  rowId,
  wallTime,
  writeInstant,
  writeTime,
} from '../../web/api.ts';
import { kindOf } from './order-kinds.ts';
import { cancelRefusal, changeRefusal } from './order-rules.ts';
import { approvalRefusal } from './possibilities.ts';
import type { ApprovalTerms, FoundOrder } from './queries.ts';

/** Which order an address of the API is about. */
export const orderParams = z.object({
  number: noted(z.string(), { de: 'Auftragsnummer', en: 'Order number' }, { examples: ['A-2026-000042'] }),
});

/** What every change of an order says in the API. */
export const versionToChange = noted(z.int().min(1).max(1_000_000), {
  de: 'Die Fassung, von der Sie ausgehen; eine andere wird mit `stale` abgelehnt',
  en: 'The version that you start from; another one is refused with `stale`',
});

export const status = z.enum(ORDER_STATUSES as [OrderStatus, ...OrderStatus[]]);

/** What the list and the single order both say. */
export const orderSummary = {
  number: z.string(),
  status,
  service: code,
  serviceName: bilingual,
  date,
  starts: wallTime,
  ends: wallTime,
  reference: z.string(),
  netCents: cents,
  grossCents: cents,
  placedAt: instant,
};

const LineJson = z
  .object({
    product: code,
    name: bilingual,
    unit: bilingual,
    quantity: z.int(),
    unitPriceHundredthCents: z.int(),
    vatBasisPoints: z.int(),
    netCents: cents,
  })
  .meta({ id: 'OrderLine' });

export const OrderJson = z
  .object({
    ...orderSummary,
    startsAt: instant,
    endsAt: instant,
    changeUntil: noted(instant.nullable(), { de: 'null: verbindlich', en: 'null: final' }),
    cancelUntil: noted(instant.nullable(), { de: 'null: verbindlich', en: 'null: final' }),
    change: noted(
      z.object({
        possible: z.boolean(),
        refusal: z
          .enum([
            'final-when-placed',
            'past-change-deadline',
            'already-cancelled',
            'awaiting-approval',
            'already-decided',
            'courier-assigned',
            'courier-underway',
            'forbidden',
          ])
          .nullable(),
        path: noted(
          z.string(),
          {
            de: 'Wohin die Änderung geht: Einlieferungen und Kurierfahrten haben eine eigene Adresse',
            en: 'Where the change goes: drop-offs and courier rides have an address of their own',
          },
          { examples: ['/api/v1/drop-offs/A-2026-000042/change'] },
        ),
      }),
      {
        de: 'Ob Sie jetzt ändern können und wo, und wenn nicht, warum',
        en: 'Whether you can change it now and where, and if not, why',
      },
    ),
    cancellation: noted(
      z.object({
        possible: z.boolean(),
        refusal: z
          .enum([
            'final-when-placed',
            'past-deadline',
            'already-cancelled',
            'already-decided',
            'courier-underway',
            'forbidden',
          ])
          .nullable(),
        path: noted(
          z.string(),
          {
            de: 'Wohin die Stornierung geht: Eine Kurierfahrt kann dann etwas kosten und hat eine eigene Adresse',
            en: 'Where the cancellation goes: a courier ride may then cost something and has an address of its own',
          },
          { examples: ['/api/v1/orders/A-2026-000042/cancellation'] },
        ),
      }),
      {
        de: 'Ob Sie jetzt stornieren können und wo, und wenn nicht, warum',
        en: 'Whether you can cancel now and where, and if not, why',
      },
    ),
    addressId: noted(rowId.nullable(), {
      de: 'null: keine Adresse der Firma, sondern zum Beispiel ein Depot',
      en: 'null: no address of the firm but, for example, a depot',
    }),
    address: z.object({
      recipient: z.string(),
      street: z.string(),
      postcode: z.string(),
      city: z.string(),
      contactName: z.string(),
      contactPhone: z.string(),
    }),
    driverHint: z.string(),
    particulars: noted(z.array(z.object({ term: bilingual, value: bilingual })), {
      de: 'Was diese Art Auftrag außerdem sagt, in Worten',
      en: 'What this kind of order says besides, in words',
    }),
    costCentre: z.string(),
    lines: z.array(LineJson),
    vat: z.array(z.object({ basisPoints: z.int(), baseCents: cents, taxCents: cents })),
    approval: noted(
      z
        .object({
          until: noted(instant, {
            de: 'Bis dahin kann er freigegeben werden',
            en: 'Can be approved until then',
          }),
          possible: noted(z.boolean(), {
            de: 'Ob Sie ihn jetzt freigeben oder ablehnen können',
            en: 'Whether you can approve or decline it now',
          }),
          refusal: z
            .enum([
              'forbidden',
              'own-order',
              'already-decided',
              'already-cancelled',
              'past-approval-deadline',
            ])
            .nullable(),
          declineReason: z.string().nullable(),
        })
        .nullable(),
      {
        de: 'null: der Auftrag hat nie auf Freigabe gewartet',
        en: 'null: the order never waited for approval',
      },
    ),
    cancelledAt: instant.nullable(),
    completedAt: instant.nullable(),
    version: noted(z.int(), {
      de: 'Zählt die Änderungen: 1 ist der Auftrag, wie er eingegangen ist',
      en: 'Counts the changes: 1 is the order as it was placed',
    }),
    history: z.array(
      z.object({
        at: instant,
        status,
        version: noted(z.int(), { de: 'Danach', en: 'After it' }),
        person: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Order' });

/** The answer to a booking: the orders that it became. */
export const PlacedJson = z.object({ orders: z.array(OrderJson) });

/**
 * An order as the API shows it to this caller.
 * @param terms of approval, for this caller
 */
export function orderJson(
  { order, lines, events }: FoundOrder,
  ctx: CustomerCtx,
  terms: ApprovalTerms,
): z.input<typeof OrderJson> {
  return {
    number: order.number,
    status: order.status,
    service: order.service_code,
    serviceName: order.service_name,
    date: order.service_date.toString(),
    starts: writeTime(order.window_starts),
    ends: writeTime(order.window_ends),
    startsAt: order.starts_at.toString(),
    endsAt: order.ends_at.toString(),
    changeUntil: writeInstant(order.change_until),
    cancelUntil: writeInstant(order.cancel_until),
    change: changeJson(order, ctx),
    cancellation: cancellationJson(order, ctx),
    addressId: order.address_id,
    address: order.address,
    driverHint: order.driver_hint,
    particulars: [...order.particulars],
    reference: order.reference,
    costCentre: order.cost_centre_label,
    lines: lines.map((line) => ({
      product: line.product_code,
      name: line.name,
      unit: line.unit,
      quantity: line.quantity,
      unitPriceHundredthCents: line.unit_price,
      vatBasisPoints: line.vat_rate,
      netCents: line.net_cents,
    })),
    netCents: order.net_cents,
    vat: order.vat.map(({ rate, base, amount }) => ({
      basisPoints: rate,
      baseCents: base,
      taxCents: amount,
    })),
    grossCents: order.gross_cents,
    placedAt: order.placed_at.toString(),
    approval: approvalJson(order, ctx, terms),
    cancelledAt: writeInstant(order.cancelled_at),
    completedAt: writeInstant(order.completed_at),
    version: order.version,
    history: historyJson(events),
  };
}

/** A change leaves the status as it is and begins a new version. */
function historyJson(events: FoundOrder['events']): z.input<typeof OrderJson>['history'] {
  let version = 1;
  return events.map((event) => {
    version = event.version ?? version;
    return {
      at: event.at.toString(),
      // what happens to an open order leaves it open
      status: ORDER_STATUSES.find((status) => status === event.kind) ?? 'placed',
      version,
      person: event.personName,
    };
  });
}

type OrderOutput = z.input<typeof OrderJson>;
type CancelRefusal = OrderOutput['cancellation']['refusal'];
type ChangeRefusal = OrderOutput['change']['refusal'];
type ApprovalRefusal = NonNullable<OrderOutput['approval']>['refusal'];

function approvalJson(
  order: FoundOrder['order'],
  ctx: CustomerCtx,
  terms: ApprovalTerms,
): OrderOutput['approval'] {
  if (!order.approve_until) return null;
  const refusal = approvalRefusal(order, ctx, terms)?.code as ApprovalRefusal | undefined;
  // whose order it is matters to those alone who may approve
  const mayApprove = may(ctx, 'orders.approve');
  const code = mayApprove || (refusal && refusal !== 'own-order') ? (refusal ?? null) : 'forbidden';
  return {
    until: order.approve_until.toString(),
    possible: code === null,
    refusal: code,
    declineReason: order.decline_reason,
  };
}

type FoundRow = FoundOrder['order'];

/** Asks the rule that the verb of this kind of order asks, so that a program need not try. */
function cancellationJson(order: FoundRow, ctx: CustomerCtx): OrderOutput['cancellation'] {
  const refusal = cancelRefusalOf(order, ctx)?.code as CancelRefusal | undefined;
  const code = refusal ?? (may(ctx, 'orders.cancel') ? null : 'forbidden');
  const kind = kindOf(order.service_code);
  const path = `${pathOf(order, kind?.cancelsThere && kind.apiPath)}/cancellation`;
  return { possible: code === null, refusal: code, path };
}

function changeJson(order: FoundRow, ctx: CustomerCtx): OrderOutput['change'] {
  const refusal = changeRefusalOf(order, ctx)?.code as ChangeRefusal | undefined;
  const code = refusal ?? (may(ctx, 'orders.place') ? null : 'forbidden');
  const path = `${pathOf(order, kindOf(order.service_code)?.apiPath)}/change`;
  return { possible: code === null, refusal: code, path };
}

const pathOf = ({ number }: FoundRow, base = '/api/v1/orders'): string => `${base}/${number}`;

/** A ride has rules of its own: what has been driven already decides. */
function cancelRefusalOf(order: FoundRow, { now }: CustomerCtx): Refusal | undefined {
  if (!order.ride_step) return cancelRefusal(order, now);
  const cancellation = rideCancellation(rideOf(order, order.ride_step));
  return cancellation.may ? undefined : cancellation.refusal;
}

const changeRefusalOf = (order: FoundRow, { now }: CustomerCtx): Refusal | undefined =>
  order.ride_step ? rideChange(rideOf(order, order.ride_step), now) : changeRefusal(order, now);

const rideOf = (order: FoundRow, step: RideStep) => ({
  step,
  status: order.status,
  cancelledAt: order.cancelled_at,
  changeUntil: order.change_until,
  endsAt: order.ends_at,
});
