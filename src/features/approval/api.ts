import { z } from 'zod';
import { requireRight, transaction } from '../../platform/context.ts';
import {
  apiRoute,
  bilingual,
  cents,
  closedObject,
  date,
  instant,
  noted,
  wallTime,
  writeTime,
} from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { OrderJson, orderParams, readOrder } from '../orders/index.ts';
import { approveOrder } from './approve-order.ts';
import { declineOrder } from './decline-order.ts';
import { waitingOrders } from './queries.ts';
import { Decline } from './schemas.ts';
import { withdrawOrder } from './withdraw-order.ts';

const WaitingJson = z
  .object({
    number: z.string(),
    serviceName: bilingual,
    date,
    starts: wallTime,
    ends: wallTime,
    reference: z.string(),
    costCentre: z.string(),
    netCents: cents,
    grossCents: cents,
    placedAt: instant,
    placedBy: noted(z.string().nullable(), { de: 'null: nicht mehr dabei', en: 'null: has left' }),
    approveUntil: instant,
  })
  .meta({ id: 'WaitingOrder' });

const MOST = 1000;

export const approvalApi: readonly Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/approvals',
    access: 'orders.approve',
    api: {
      summary: {
        de: 'Aufträge, die auf Freigabe warten, die dringendsten zuerst',
        en: 'Orders that wait for approval, the most pressing first',
      },
      output: z.object({ orders: z.array(WaitingJson) }),
    },
    async handle(request) {
      const ctx = customerCtx(request);
      requireRight(ctx, 'orders.approve');
      const orders = await transaction(ctx, (tx) => waitingOrders(tx, ctx.now, MOST));
      return {
        orders: orders.map((order) => ({
          number: order.number,
          serviceName: order.serviceName,
          date: order.date.toString(),
          starts: writeTime(order.starts),
          ends: writeTime(order.ends),
          reference: order.reference,
          costCentre: order.costCentre,
          netCents: order.net,
          grossCents: order.gross,
          placedAt: order.placedAt.toString(),
          placedBy: order.placedByName,
          approveUntil: order.approveUntil.toString(),
        })),
      };
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/orders/:number/approval',
    access: 'orders.approve',
    api: {
      summary: { de: 'Einen Auftrag freigeben', en: 'Approve an order' },
      description: {
        de: 'Danach ist er gebucht. Von derselben Person noch einmal gesendet ändert es nichts mehr.',
        en: 'After that it is booked. Sent again by the same person it changes nothing more.',
      },
      params: orderParams,
      output: OrderJson,
      refusals: ['already-decided', 'already-cancelled', 'past-approval-deadline', 'own-order'],
    },
    async handle(request) {
      const ctx = customerCtx(request);
      const { number } = await approveOrder(ctx, request.params);
      return readOrder(ctx, number);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/orders/:number/decline',
    access: 'orders.approve',
    api: {
      summary: { de: 'Einen Auftrag nicht freigeben', en: 'Decline to approve an order' },
      params: orderParams,
      input: closedObject({
        reason: noted(Decline.shape.reason, {
          de: 'Liest, wer bestellt hat',
          en: 'Whoever ordered reads it',
        }),
      }),
      output: OrderJson,
      refusals: ['already-decided', 'already-cancelled', 'past-approval-deadline', 'own-order'],
    },
    async handle(request, { input }) {
      const ctx = customerCtx(request);
      const { number } = await declineOrder(ctx, { ...input, ...request.params });
      return readOrder(ctx, number);
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/orders/:number/withdrawal',
    access: 'orders.place',
    api: {
      summary: {
        de: 'Einen eigenen Auftrag zurückziehen, der noch auf Freigabe wartet',
        en: 'Withdraw an order of your own that still waits for approval',
      },
      params: orderParams,
      output: OrderJson,
      refusals: ['already-decided', 'already-cancelled'],
    },
    async handle(request) {
      const ctx = customerCtx(request);
      const { number } = await withdrawOrder(ctx, request.params);
      return readOrder(ctx, number);
    },
  }),
];
