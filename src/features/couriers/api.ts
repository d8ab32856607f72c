import { z } from 'zod';
import { RIDE_STEPS } from '../../domain/courier/index.ts';
import { refuseIf } from '../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { apiRoute, bilingual, cents, closedObject, code, instant, noted, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import {
  bookingJson,
  type FoundOrder,
  orderParams,
  PlacedJson,
  placedJson,
  versionToChange,
} from '../orders/index.ts';
import { timingOfRide } from './answers.ts';
import { bookRide } from './book-ride.ts';
import { cancelRide } from './cancel-ride.ts';
import { changeRide } from './change/change-ride.ts';
import { presentRide, rideChangeRefusal } from './change/present-ride.ts';
import { quoteRideChange, type RideChange } from './change/quote-change.ts';
import { findByNumber } from './find-by-number.ts';
import type { NewRide, StoredRide } from './queries.ts';
import { quoteRide } from './quote-ride.ts';
import { MOST_STOPS, PROOFS, RideWish, TIMINGS } from './schemas.ts';

const { slot, costCentreId, reference } = bookingJson;
const typed = z.string().default('');

const place = noted(
  z.object({
    addressId: rowId.optional(),
    recipient: typed,
    street: typed,
    postcode: typed,
    city: typed,
    contactName: typed,
    contactPhone: typed,
    hint: typed,
  }),
  {
    de: 'Eine Adresse der Firma (`addressId`), oder eine andere in Feldern',
    en: 'An address of the firm (`addressId`), or another one in fields',
  },
);

const wish = {
  from: place,
  stops: z.array(place).max(MOST_STOPS).default([]),
  to: place,
  content: z.string(),
  kg: noted(z.int(), { de: 'Aufgerundet', en: 'Rounded up' }),
  length: noted(z.int(), { de: 'In cm', en: 'In cm' }),
  width: noted(z.int(), { de: 'In cm', en: 'In cm' }),
  height: noted(z.int(), { de: 'In cm', en: 'In cm' }),
  vehicle: noted(z.string().optional(), {
    de: 'Code des Fahrzeugs; ohne ihn das günstigste passende',
    en: 'Code of the vehicle; without it the cheapest that fits',
  }),
  when: noted(z.enum(TIMINGS), {
    de: '`now` sofort, sonst in der Stunde oder halben Stunde ab `slot`',
    en: '`now` at once, else within the hour or half hour from `slot`',
  }),
  slot: slot.optional(),
  direct: noted(z.boolean().default(false), { de: 'Ohne Umweg', en: 'Without a detour' }),
  waitMinutes: z.int().default(0),
  proof: z.enum(PROOFS).default('name'),
  costCentreId,
  reference,
};

const RideJson = z
  .object({
    number: z.string(),
    version: noted(z.int(), {
      de: 'Zählt die Änderungen; eine Änderung nennt die Fassung, von der sie ausgeht',
      en: 'Counts the changes; a change names the version that it starts from',
    }),
    change: noted(
      z.object({
        possible: z.boolean(),
        refusal: z
          .enum([
            'already-cancelled',
            'courier-assigned',
            'courier-underway',
            'past-change-deadline',
            'awaiting-approval',
            'already-decided',
            'forbidden',
          ])
          .nullable(),
      }),
      {
        de: 'Ob Sie jetzt ändern können, und wenn nicht, warum',
        en: 'Whether you can change it now, and if not, why',
      },
    ),
    when: z.enum(TIMINGS),
    content: z.string(),
    kg: z.int(),
    length: z.int(),
    width: z.int(),
    height: z.int(),
    direct: z.boolean(),
    waitMinutes: z.int(),
    proof: z.enum(PROOFS),
    vehicle: code,
    vehicleName: bilingual,
    step: z.enum(RIDE_STEPS),
    rider: z.string(),
    receivedBy: z.string(),
    baseFeeCents: noted(cents, {
      de: 'Was Stornieren netto kostet, sobald ein Fahrer zugeteilt ist',
      en: 'What cancelling costs, net, once a rider is assigned',
    }),
    isCancellationCharged: z.boolean(),
    stops: noted(
      z.array(
        z.object({
          addressId: rowId.nullable(),
          recipient: z.string(),
          street: z.string(),
          postcode: z.string(),
          city: z.string(),
          contactName: z.string(),
          contactPhone: z.string(),
          hint: z.string(),
        }),
      ),
      { de: 'Vom Abholort bis zum Ziel', en: 'From the pickup to the delivery' },
    ),
    history: z.array(z.object({ step: z.enum(RIDE_STEPS), at: instant, name: z.string() })),
  })
  .meta({ id: 'CourierRide' });

const PriceJson = z.object({
  vehicle: code,
  netCents: cents,
  grossCents: cents,
  baseFeeCents: cents,
  lines: z.array(z.object({ product: code, name: bilingual, quantity: z.int(), netCents: cents })),
});

const CHANGE_REFUSALS = [
  'awaiting-approval',
  'already-decided',
  'approval-required',
  'already-cancelled',
  'courier-assigned',
  'courier-underway',
  'past-change-deadline',
  'slot-full',
  'slot-not-offered',
] as const;

export const courierApi: readonly Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/courier-quotes',
    access: 'orders.place',
    api: {
      summary: { de: 'Was eine Kurierfahrt kosten würde', en: 'What a courier ride would cost' },
      input: closedObject(wish),
      output: PriceJson,
      refusals: ['slot-full', 'slot-not-offered'],
    },
    async handle(request, { input }) {
      const ctx = customerCtx(request);
      const asked = parseInput(RideWish, input);
      const { quote, ride } = await transaction(ctx, (tx) => quoteRide(tx, ctx, asked));
      const lines = quote.orders.flatMap((order) => order.lines);
      return priceJson({ ...quote.totals, lines }, ride);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/courier-rides',
    access: 'orders.place',
    api: {
      summary: { de: 'Einen Kurier buchen', en: 'Book a courier' },
      input: closedObject(wish),
      output: PlacedJson,
      status: 201,
      idempotent: true,
      refusals: ['slot-full', 'slot-not-offered', 'approval-required'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      return placedJson(ctx, await bookRide(ctx, { ...input, key }));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/courier-rides/:number',
    access: 'signed-in',
    api: {
      summary: { de: 'Wo eine Kurierfahrt steht', en: 'How far a courier ride has come' },
      params: orderParams,
      output: RideJson,
    },
    handle: (request) => rideJson(customerCtx(request), request.params),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/courier-rides/:number/change-quote',
    access: 'orders.place',
    api: {
      summary: {
        de: 'Was eine geänderte Kurierfahrt kosten würde',
        en: 'What a changed courier ride would cost',
      },
      params: orderParams,
      input: closedObject(wish),
      output: PriceJson,
      refusals: CHANGE_REFUSALS,
    },
    async handle(request, { input }) {
      const ctx = customerCtx(request);
      const asked = parseInput(RideWish, input);
      const { after, ride } = await transaction(ctx, async (tx) => {
        const { found, stored } = await findByNumber(tx, request.params);
        refuseIf(rideChangeRefusal(found.order, stored.ride, ctx.now));
        return quoteRideChange(tx, ctx, presentRide(found.order, found.lines, stored), asked);
      });
      return priceJson(after, ride);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/courier-rides/:number/change',
    access: 'orders.place',
    api: {
      summary: { de: 'Eine Kurierfahrt ändern', en: 'Change a courier ride' },
      description: {
        de: 'Möglich, bis ein Fahrer zugeteilt ist. Nennen Sie die ganze Fahrt: Sie wird mit den Preisen von heute neu berechnet. Bleiben `when` und `slot`, behält sie ihren Platz.',
        en: 'Possible until a rider is assigned. Give the whole ride: it is priced anew with the prices of today. If `when` and `slot` stay, it keeps its place.',
      },
      params: orderParams,
      input: closedObject({
        version: versionToChange,
        ...wish,
      }),
      output: RideJson,
      idempotent: true,
      refusals: [...CHANGE_REFUSALS, 'stale'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      await changeRide(ctx, { ...input, ...request.params, key });
      return rideJson(ctx, request.params);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/courier-rides/:number/cancellation',
    access: 'orders.cancel',
    api: {
      summary: { de: 'Eine Kurierfahrt stornieren', en: 'Cancel a courier ride' },
      description: {
        de: 'Kostenlos, bis ein Fahrer zugeteilt ist, danach zum Grundpreis. `fee` ist, was Sie erwarten; kostet es inzwischen etwas anderes, wird mit `stale` abgelehnt.',
        en: 'Free until a rider is assigned, then for the base fee. `fee` is what you expect; if it costs something else by now, it is refused with `stale`.',
      },
      params: orderParams,
      input: closedObject({
        fee: noted(z.int().min(0).max(10_000_000), { de: 'Cent, netto', en: 'Cents, net' }),
      }),
      output: RideJson,
      refusals: ['courier-underway', 'already-cancelled', 'already-decided', 'stale'],
    },
    async handle(request, { input }) {
      const ctx = customerCtx(request);
      await cancelRide(ctx, { ...input, ...request.params });
      return rideJson(ctx, request.params);
    },
  }),
];

async function rideJson(
  ctx: CustomerCtx,
  input: Readonly<Record<string, string | undefined>>,
): Promise<z.input<typeof RideJson>> {
  const { found, stored } = await transaction(ctx, (tx) => findByNumber(tx, input));
  const { ride, stops, events } = stored;
  return {
    number: found.order.number,
    version: found.order.version,
    change: changeJson(ctx, found.order, stored),
    when: timingOfRide(found.order, stored),
    content: ride.content,
    kg: ride.kg,
    length: ride.length_cm,
    width: ride.width_cm,
    height: ride.height_cm,
    direct: ride.is_direct,
    waitMinutes: ride.wait_minutes,
    proof: ride.proof,
    vehicle: ride.vehicle_code,
    vehicleName: ride.vehicle_name,
    step: ride.step,
    rider: ride.rider_name,
    receivedBy: ride.received_by,
    baseFeeCents: ride.base_fee_cents,
    isCancellationCharged: found.order.is_cancellation_charged,
    stops: stops.map(({ address, address_id, hint }) => ({ addressId: address_id, ...address, hint })),
    history: events.map(({ step, at, name }) => ({ step, at: at.toString(), name })),
  };
}

type ChangeRefusal = Exclude<z.input<typeof RideJson>['change']['refusal'], null>;

/** Asks the rule that the verb asks, so that a program need not try. */
function changeJson(
  ctx: CustomerCtx,
  order: FoundOrder['order'],
  { ride }: StoredRide,
): z.input<typeof RideJson>['change'] {
  const refusal = rideChangeRefusal(order, ride, ctx.now)?.code as ChangeRefusal | undefined;
  const refused = refusal ?? (may(ctx, 'orders.place') ? null : 'forbidden');
  return { possible: refused === null, refusal: refused };
}

const priceJson = (
  { net, gross, lines }: Pick<RideChange['after'], 'net' | 'gross' | 'lines'>,
  { vehicleCode, baseFee }: NewRide,
): z.input<typeof PriceJson> => ({
  vehicle: vehicleCode,
  netCents: net,
  grossCents: gross,
  baseFeeCents: baseFee,
  lines: lines.map(({ productCode, name, quantity, net: lineNet }) => ({
    product: productCode,
    name,
    quantity,
    netCents: lineNet,
  })),
});
