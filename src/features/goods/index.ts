export { goodsApi } from './api.ts';
export { placeGoodsOrder } from './place-goods-order.ts';
export { goodsRoutes } from './routes.tsx';
