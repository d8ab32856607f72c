import { z } from 'zod';
import { mayCancel, ORDER_STATUSES, type OrderStatus } from '../../domain/orders/index.ts';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, may, transaction } from '../../platform/context.ts';
import { text } from '../../platform/input.ts';
import {
  apiRoute,
  bilingual,
  cents,
  closedObject,
  code,
  date,
  dateInput,
  instant,
  noted,
  rowId,
  wallTime,
  writeInstant,
  writeTime,
} from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { cancelOrder } from './cancel-order.ts';
import { findOrder, type PlacedOrder } from './queries.ts';
import { Booking, OrderNumber } from './schemas.ts';
import { type OrderPage, showOrders } from './show-orders.ts';

const { slot, reference, driverHint } = Booking.shape;

/** What every booking says in JSON; the same as its form, but for ids, which are numbers here. */
export const bookingJson = {
  slot: noted(
    slot,
    { de: 'Ein Fenster aus den buchbaren', en: 'A window out of those that can be booked' },
    { pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', examples: ['2026-11-30T10:00'] },
  ),
  addressId: rowId,
  costCentreId: rowId.optional(),
  reference: noted(reference, { de: 'Eigenes Zeichen der Firma', en: 'The firm’s own reference' }),
  driverHint: noted(driverHint, {
    de: 'Hinweis für die Zustellung oder Abholung',
    en: 'Hint for the driver',
  }),
};

const status = z.enum(ORDER_STATUSES as [OrderStatus, ...OrderStatus[]]);
const cursor = z.string().regex(/^\d{1,17}-\d{1,15}$/);

const ListQuery = closedObject({
  service: noted(code.optional(), { de: 'Code der Leistung', en: 'Code of the service' }),
  status: status.optional(),
  from: dateInput.optional(),
  to: dateInput.optional(),
  search: noted(text(60).optional(), {
    de: 'Auftragsnummer oder Anfang der Referenz',
    en: 'Order number or beginning of the reference',
  }),
  older: noted(cursor.optional(), { de: 'Weiter zu älteren Aufträgen', en: 'On to older orders' }),
  newer: noted(cursor.optional(), { de: 'Zurück zu neueren Aufträgen', en: 'Back to newer orders' }),
});

/** What the list and the single order both say. */
const common = {
  number: z.string(),
  status,
  serviceName: bilingual,
  date,
  starts: wallTime,
  ends: wallTime,
  reference: z.string(),
  netCents: cents,
  grossCents: cents,
  placedAt: instant,
};

const ListJson = z.object({
  orders: z.array(z.object(common).meta({ id: 'OrderSummary' })),
  older: noted(cursor.nullable(), { de: 'Für die nächste Seite', en: 'For the next page' }),
  newer: noted(cursor.nullable(), { de: 'Für die vorige Seite', en: 'For the previous page' }),
});

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
    ...common,
    service: code,
    startsAt: instant,
    endsAt: instant,
    changeUntil: noted(instant.nullable(), { de: 'null: verbindlich', en: 'null: final' }),
    cancelUntil: noted(instant.nullable(), { de: 'null: verbindlich', en: 'null: final' }),
    cancellation: noted(
      z.object({
        possible: z.boolean(),
        refusal: z.enum(['final-when-placed', 'past-deadline', 'already-cancelled', 'forbidden']).nullable(),
      }),
      {
        de: 'Ob Sie jetzt stornieren können, und wenn nicht, warum',
        en: 'Whether you can cancel now, and if not, why',
      },
    ),
    addressId: rowId,
    address: z.object({
      recipient: z.string(),
      street: z.string(),
      postcode: z.string(),
      city: z.string(),
      contactName: z.string(),
      contactPhone: z.string(),
    }),
    driverHint: z.string(),
    costCentre: z.string(),
    lines: z.array(LineJson),
    vat: z.array(z.object({ basisPoints: z.int(), baseCents: cents, taxCents: cents })),
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

const params = z.object({
  number: noted(z.string(), { de: 'Auftragsnummer', en: 'Order number' }, { examples: ['A-2026-000042'] }),
});

export const orderApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/orders',
    access: 'signed-in',
    api: {
      summary: { de: 'Aufträge der Firma, neueste zuerst', en: 'Orders of the firm, newest first' },
      description: {
        de: 'Höchstens 50 auf einmal; `older` der Antwort ist der gleichnamige Parameter der nächsten Seite.',
        en: 'At most 50 at a time; `older` of the answer is the parameter of that name for the next page.',
      },
      query: ListQuery,
      output: ListJson,
    },
    handle: async (request, { query }) => listJson(await showOrders(customerCtx(request), query)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/orders/:number',
    access: 'signed-in',
    api: { summary: { de: 'Ein Auftrag', en: 'One order' }, params, output: OrderJson },
    handle: (request) => readOrder(customerCtx(request), request.params.number),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/orders/:number/cancellation',
    access: 'orders.cancel',
    api: {
      summary: { de: 'Einen Auftrag stornieren', en: 'Cancel an order' },
      params,
      output: OrderJson,
      refusals: ['past-deadline', 'final-when-placed', 'already-cancelled'],
    },
    async handle(request) {
      const ctx = customerCtx(request);
      const { number } = await cancelOrder(ctx, request.params);
      return readOrder(ctx, number);
    },
  }),
];

/** The orders that a booking became, as they are now. */
export async function placedJson(
  ctx: CustomerCtx,
  placed: readonly PlacedOrder[],
): Promise<z.input<typeof PlacedJson>> {
  const orders: z.input<typeof OrderJson>[] = [];
  for (const { number } of placed) orders.push(await readOrder(ctx, number));
  return { orders };
}

async function readOrder(ctx: CustomerCtx, number: string | undefined): Promise<z.input<typeof OrderJson>> {
  const asked = OrderNumber.safeParse({ number });
  const found = asked.success && (await transaction(ctx, (tx) => findOrder(tx, asked.data.number)));
  return found ? orderJson(found, ctx) : refuse({ code: 'not-found' });
}

function listJson({ rows, older, newer }: OrderPage): z.input<typeof ListJson> {
  return {
    orders: rows.map((row) => ({
      number: row.number,
      status: row.status,
      serviceName: row.serviceName,
      date: row.serviceDate.toString(),
      starts: writeTime(row.windowStarts),
      ends: writeTime(row.windowEnds),
      reference: row.reference,
      netCents: row.net,
      grossCents: row.gross,
      placedAt: row.placedAt.toString(),
    })),
    older: older ?? null,
    newer: newer ?? null,
  };
}

function orderJson(
  { order, lines, events }: NonNullable<Awaited<ReturnType<typeof findOrder>>>,
  ctx: CustomerCtx,
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
    cancellation: cancellationJson(order, ctx),
    addressId: order.address_id,
    address: order.address,
    driverHint: order.driver_hint,
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
    cancelledAt: writeInstant(order.cancelled_at),
    completedAt: writeInstant(order.completed_at),
    version: order.version,
    history: historyJson(events),
  };
}

/** A change leaves the status as it is and begins a new version. */
function historyJson(
  events: NonNullable<Awaited<ReturnType<typeof findOrder>>>['events'],
): z.input<typeof OrderJson>['history'] {
  let version = 1;
  return events.map((event) => {
    version = event.version ?? version;
    return {
      at: event.at.toString(),
      status: event.kind === 'changed' ? 'placed' : event.kind,
      version,
      person: event.personName,
    };
  });
}

/** Asks the rule that the verb asks, so that a program need not try. */
function cancellationJson(
  order: NonNullable<Awaited<ReturnType<typeof findOrder>>>['order'],
  ctx: CustomerCtx,
): z.input<typeof OrderJson>['cancellation'] {
  const refusal = mayCancel(
    {
      status: order.status,
      final: order.cancel_until === null,
      cancelUntil: order.cancel_until,
      cancelledAt: order.cancelled_at,
    },
    ctx.now,
  );
  const isAllowed = may(ctx, 'orders.cancel');
  const code = refusal ? (refusal.code as 'past-deadline') : isAllowed ? null : 'forbidden';
  return { possible: code === null, refusal: code };
}
