import { z } from 'zod';
import { RIDE_STEPS } from '../../domain/courier/index.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { parseInput } from '../../platform/input.ts';
import { apiRoute, bilingual, cents, closedObject, code, instant, noted, rowId } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { bookingJson, PlacedJson, placedJson } from '../orders/index.ts';
import { bookRide } from './book-ride.ts';
import { cancelRide } from './cancel-ride.ts';
import { findByNumber } from './find-by-number.ts';
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
    stops: z.array(
      z.object({ recipient: z.string(), street: z.string(), postcode: z.string(), city: z.string() }),
    ),
    history: z.array(z.object({ step: z.enum(RIDE_STEPS), at: instant, name: z.string() })),
  })
  .meta({ id: 'CourierRide' });

const params = z.object({
  number: noted(z.string(), { de: 'Auftragsnummer', en: 'Order number' }, { examples: ['A-2026-000042'] }),
});

export const courierApi: readonly Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/courier-quotes',
    access: 'orders.place',
    api: {
      summary: { de: 'Was eine Kurierfahrt kosten würde', en: 'What a courier ride would cost' },
      input: closedObject(wish),
      output: z.object({
        vehicle: code,
        netCents: cents,
        grossCents: cents,
        baseFeeCents: cents,
        lines: z.array(z.object({ product: code, name: bilingual, quantity: z.int(), netCents: cents })),
      }),
      refusals: ['slot-full', 'slot-not-offered'],
    },
    async handle(request, { input }) {
      const ctx = customerCtx(request);
      const asked = parseInput(RideWish, input);
      const { quote, ride, vehicle } = await transaction(ctx, (tx) => quoteRide(tx, ctx, asked));
      return {
        vehicle: vehicle.code,
        netCents: quote.totals.net,
        grossCents: quote.totals.gross,
        baseFeeCents: ride.baseFee,
        lines: quote.orders.flatMap(({ lines }) =>
          lines.map(({ productCode, name, quantity, net }) => ({
            product: productCode,
            name,
            quantity,
            netCents: net,
          })),
        ),
      };
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
      refusals: ['slot-full', 'slot-not-offered'],
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
      params,
      output: RideJson,
    },
    handle: (request) => rideJson(customerCtx(request), request.params),
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
      params,
      input: closedObject({
        fee: noted(z.int().min(0).max(10_000_000), { de: 'Cent, netto', en: 'Cents, net' }),
      }),
      output: RideJson,
      refusals: ['courier-underway', 'already-cancelled', 'stale'],
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
    vehicle: ride.vehicle_code,
    vehicleName: ride.vehicle_name,
    step: ride.step,
    rider: ride.rider_name,
    receivedBy: ride.received_by,
    baseFeeCents: ride.base_fee_cents,
    isCancellationCharged: found.order.is_cancellation_charged,
    stops: stops.map(({ address: { recipient, street, postcode, city } }) => ({
      recipient,
      street,
      postcode,
      city,
    })),
    history: events.map(({ step, at, name }) => ({ step, at: at.toString(), name })),
  };
}
