export const COURIERS = '/kuriere';
export const NEW_RIDE = `${COURIERS}/neu`;

/** The page of one ride, by the number of its order. */
export const rideHref = (number: string) => `${COURIERS}/${number}`;
export const cancelHref = (number: string) => `${rideHref(number)}/stornieren`;
export const changeHref = (number: string) => `${rideHref(number)}/aendern`;
