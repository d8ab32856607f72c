export { pickupApi } from './api.ts';
export { bookPickup } from './book-pickup.ts';
export { pickupRoutes } from './routes.tsx';
