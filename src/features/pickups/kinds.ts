/** A kind of pickup that is booked for one date, with the addresses of its pages. */
export interface PickupKind {
  readonly name: 'extra' | 'express';
  /** Code of the service in the catalogue. */
  readonly service: string;
  readonly formPath: string;
  readonly submitPath: string;
}

/** Sonderabholung: on a day of one's choice. */
export const EXTRA: PickupKind = {
  name: 'extra',
  service: 'PICKUP_EXTRA',
  formPath: '/abholungen/neu',
  submitPath: '/abholungen',
};

/** Expressabholung: today, and final when placed. */
export const EXPRESS: PickupKind = {
  name: 'express',
  service: 'PICKUP_EXPRESS',
  formPath: '/abholungen/express',
  submitPath: '/abholungen/express',
};

/** Code of the service whose dates come from plans; see the feature `standing-pickups`. */
export const STANDING_SERVICE = 'PICKUP_STANDING';
