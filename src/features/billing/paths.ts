/** The pages of billing at the desk. */
export const BILLING = '/desk/rechnungen';
export const RUNS = `${BILLING}/laeufe`;
export const INVOICES = `${BILLING}/belege`;
export const OPEN_ITEMS = `${BILLING}/offene-posten`;
export const DEBITS = `${BILLING}/lastschriften`;
export const REMINDERS = `${BILLING}/mahnungen`;

export const runHref = (id: number | string) => `${RUNS}/${id}`;
export const invoiceHref = (number: string) => `${INVOICES}/${number}`;
export const debitFileHref = (number: string) => `${DEBITS}/${number}`;
