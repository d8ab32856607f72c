import { apiRoute, closedObject } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { bookingJson, PlacedJson, placedJson } from '../orders/index.ts';
import { bookPickup } from './book-pickup.ts';

export const pickupApi: readonly Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/pickups',
    access: 'orders.place',
    api: {
      summary: { de: 'Eine Sonderabholung buchen', en: 'Book a one-off pickup' },
      input: closedObject(bookingJson),
      output: PlacedJson,
      status: 201,
      idempotent: true,
      refusals: ['slot-full', 'slot-not-offered'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      return placedJson(ctx, await bookPickup(ctx, { ...input, key }));
    },
  }),
];
