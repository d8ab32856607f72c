import { refuse } from '../../domain/refusal.ts';
import { apiRoute, closedObject, noted } from '../../web/api.ts';
import { customerCtx, type Route, refusalOf } from '../../web/index.ts';
import { bookingJson, inJsonTerms, PlacedJson, placedJson } from '../orders/index.ts';
import { placeGoodsOrder } from './place-goods-order.ts';
import { PlaceGoodsOrder } from './schemas.ts';

const GoodsOrderJson = closedObject({
  quantities: noted(
    PlaceGoodsOrder.shape.quantities,
    { de: 'Stückzahlen nach Code der Ware', en: 'Pieces by code of the product' },
    { examples: [{ STAMP_STD_20: 2, BOX_SMALL: 1 }] },
  ),
  ...bookingJson,
});

export const goodsApi: readonly Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/goods-orders',
    access: 'orders.place',
    api: {
      summary: { de: 'Briefmarken, Label und Kisten bestellen', en: 'Order stamps, labels and boxes' },
      description: {
        de: 'Waren mit verschiedenen Fristen werden zu mehreren Aufträgen.',
        en: 'Goods with different deadlines become several orders.',
      },
      input: GoodsOrderJson,
      output: PlacedJson,
      status: 201,
      idempotent: true,
      refusals: ['slot-full', 'slot-not-offered'],
    },
    async handle(request, { input, key }) {
      const ctx = customerCtx(request);
      const placed = await refusalOf(() => placeGoodsOrder(ctx, { ...input, key }));
      return 'done' in placed ? placedJson(ctx, placed.done) : refuse(inJsonTerms(placed.refusal));
    },
  }),
];
