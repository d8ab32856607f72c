/** The list of standing pickups; everything about one lies below its number. */
export const PLANS_PATH = '/abholungen/regelmaessig';

export const planHref = (number: string) => `${PLANS_PATH}/${number}`;

/** What the form of a change says when it only asks for the windows of another address. */
export const OTHER_ADDRESS = 'adresse';
