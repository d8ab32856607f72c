export { courierApi } from './api.ts';
export { bookRide } from './book-ride.ts';
export { cancelRide } from './cancel-ride.ts';
export { courierJobs } from './jobs.ts';
export { courierHandlers } from './letters.ts';
export { assignCourier, courierDelivered, courierPickedUp } from './proceed.ts';
export { findRide, type StoredRide } from './queries.ts';
export { courierRoutes } from './routes.tsx';
export { COURIER_SERVICE } from './when.ts';
