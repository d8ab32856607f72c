import type { Text } from '../../platform/i18n/index.ts';
import { apiRoute, closedObject } from '../../web/api.ts';
import { customerCtx, type Route } from '../../web/index.ts';
import { bookingJson, PlacedJson, placedJson } from '../orders/index.ts';
import { bookPickup } from './book-pickup.ts';
import { EXPRESS, EXTRA, type PickupKind } from './kinds.ts';

export const pickupApi: readonly Route[] = [
  bookRoute(EXTRA, '/api/v1/pickups', { de: 'Eine Sonderabholung buchen', en: 'Book a one-off pickup' }),
  bookRoute(EXPRESS, '/api/v1/express-pickups', {
    de: 'Eine Expressabholung für heute buchen; sie ist sofort verbindlich',
    en: 'Book an express pickup for today; it is final at once',
  }),
];

function bookRoute(kind: PickupKind, path: string, summary: Text): Route {
  return apiRoute({
    method: 'POST',
    path,
    access: 'orders.place',
    api: {
      summary,
      input: closedObject(bookingJson),
      output: PlacedJson,
      status: 201,
      idempotent: true,
      refusals: ['slot-full', 'slot-not-offered'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      return placedJson(ctx, await bookPickup(ctx, { ...input, key }, kind));
    },
  });
}
