export { type NowWindow, nowWindow } from './now-window.ts';
export { type PricePart, type RideTariff, type RideWish, rideParts, WAIT_STEP_MINUTES } from './price.ts';
export {
  type CancellableRide,
  type ChangeableRide,
  mayProceed,
  RIDE_STEPS,
  type RideStep,
  rideCancellation,
  rideChange,
  rideChangeUntil,
  stepBack,
} from './progress.ts';
export { chooseVehicle, fits, type Load, type VehicleChoice, type VehicleLimits } from './vehicle.ts';
export { DISTANCES, type Distance, distanceOf, type ZoneMap, zoneOf } from './zones.ts';
