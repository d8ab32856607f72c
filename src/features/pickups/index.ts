export { bookPickup } from './book-pickup.ts';
export { pickupRoutes } from './routes.tsx';
