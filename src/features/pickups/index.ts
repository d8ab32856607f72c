export { pickupApi } from './api.ts';
export { bookPickup } from './book-pickup.ts';
export { EXPRESS, STANDING_SERVICE } from './kinds.ts';
export { pickupProduct } from './quote-pickup.ts';
export { pickupRoutes } from './routes.tsx';
export { type PickupTerms, pickupTerms } from './view.ts';
