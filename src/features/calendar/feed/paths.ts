export const FEED = '/kalender/abo';
