export const FEED = '/kalender/abo';

/** One appointment as a file, by the number of its order. */
export const APPOINTMENTS = '/kalender/termine';
