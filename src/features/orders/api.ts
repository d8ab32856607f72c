import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import { type CustomerCtx, transaction } from '../../platform/context.ts';
import { text } from '../../platform/input.ts';
import { apiRoute, closedObject, code, dateInput, noted, writeTime } from '../../web/api.ts';
import { customerCtx, type Route, refusalOf } from '../../web/index.ts';
import { approvalTerms } from './approval-terms.ts';
import { cancelOrder } from './cancel-order.ts';
import { ChangeJson } from './change/change-json.ts';
import { changeOrder } from './change/change-order.ts';
import { inJsonTerms } from './json-terms.ts';
import { OrderJson, orderJson, orderParams, orderSummary, type PlacedJson, status } from './order-json.ts';
import { findOrder, type PlacedOrder } from './queries.ts';
import { readNumber } from './read-number.ts';
import { type OrderPage, showOrders } from './show-orders.ts';

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

const ListJson = z.object({
  orders: z.array(z.object(orderSummary).meta({ id: 'OrderSummary' })),
  older: noted(cursor.nullable(), { de: 'Für die nächste Seite', en: 'For the next page' }),
  newer: noted(cursor.nullable(), { de: 'Für die vorige Seite', en: 'For the previous page' }),
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
    api: { summary: { de: 'Ein Auftrag', en: 'One order' }, params: orderParams, output: OrderJson },
    handle: (request) => readOrder(customerCtx(request), request.params.number),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/orders/:number/change',
    access: 'orders.place',
    api: {
      summary: { de: 'Einen Auftrag ändern', en: 'Change an order' },
      description: {
        de: 'Was Sie weglassen, bleibt, wie es ist. Es gelten die Preise von heute und die Fristen des neuen Termins. Einlieferungen und Kurierfahrten sagen mehr und werden unter einer eigenen Adresse geändert: `change.path` des Auftrags nennt sie; hier sind sie `not-found`.',
        en: 'What you leave out stays as it is. The prices of today apply, and the deadlines of the new date. Drop-offs and courier rides say more and are changed at an address of their own: `change.path` of the order names it; here they are `not-found`.',
      },
      params: orderParams,
      input: ChangeJson,
      output: OrderJson,
      idempotent: true,
      refusals: [
        'past-change-deadline',
        'final-when-placed',
        'already-cancelled',
        'stale',
        'slot-full',
        'slot-not-offered',
        'awaiting-approval',
        'already-decided',
        'approval-required',
      ],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      const { number } = request.params;
      const changed = await refusalOf(() => changeOrder(ctx, { ...input, number, key }));
      return 'done' in changed ? readOrder(ctx, number) : refuse(inJsonTerms(changed.refusal));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/orders/:number/cancellation',
    access: 'orders.cancel',
    api: {
      summary: { de: 'Einen Auftrag stornieren', en: 'Cancel an order' },
      description: {
        de: 'Eine Kurierfahrt wird unter ihrer eigenen Adresse storniert, weil es etwas kosten kann: `cancellation.path` des Auftrags nennt sie; hier ist sie `final-when-placed`.',
        en: 'A courier ride is cancelled at its own address, because it may cost something: `cancellation.path` of the order names it; here it is `final-when-placed`.',
      },
      params: orderParams,
      output: OrderJson,
      refusals: ['past-deadline', 'final-when-placed', 'already-cancelled', 'already-decided'],
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

/** An order as the API shows it. Refuses with `not-found`, also for another firm's. */
export async function readOrder(
  ctx: CustomerCtx,
  number: string | undefined,
): Promise<z.input<typeof OrderJson>> {
  const asked = readNumber({ number });
  return transaction(ctx, async (tx) => {
    const found = (await findOrder(tx, asked)) ?? refuse({ code: 'not-found' });
    return orderJson(found, ctx, await approvalTerms(tx, ctx));
  });
}

function listJson({ rows, older, newer }: OrderPage): z.input<typeof ListJson> {
  return {
    orders: rows.map((row) => ({
      number: row.number,
      status: row.status,
      service: row.serviceCode,
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
