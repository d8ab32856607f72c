/** Where the desk looks after customers. */
export const CUSTOMERS = '/desk/kunden';
/** What firms and people wait for. */
export const REQUESTS = '/desk/kunden/antraege';
export const IMPORT = '/desk/kunden/import';

export const firmHref = (number: string) => `${CUSTOMERS}/${number}`;
export const firmHistoryHref = (number: string) => `${firmHref(number)}/verlauf`;
export const firmOrdersHref = (number: string) => `${firmHref(number)}/auftraege`;
export const firmDocumentsHref = (number: string) => `${firmHref(number)}/dokumente`;
