/** The list of standing pickups; everything about one lies below its number. */
export const PLANS_PATH = '/abholungen/regelmaessig';

export const planHref = (number: string) => `${PLANS_PATH}/${number}`;
