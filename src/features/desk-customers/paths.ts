/** Where the desk looks after customers. */
export const CUSTOMERS = '/desk/kunden';
/** What firms and people wait for. */
export const REQUESTS = '/desk/kunden/antraege';
export const IMPORT = '/desk/kunden/import';

export const firmHref = (number: string) => `${CUSTOMERS}/${number}`;
