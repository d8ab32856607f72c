import type { Route } from '../../web/index.ts';
import { invoiceRoutes } from './invoice-routes.tsx';
import { moneyRoutes } from './money-routes.tsx';
import { runRoutes } from './run-routes.tsx';
import { takeBackRoutes } from './take-back-routes.tsx';

export { whyNot } from './run-view.ts';
export { words as billingWords } from './words.ts';

/** The pages of billing at the desk: runs, invoices, what is owed, direct debits, reminders. */
export const billingRoutes: readonly Route[] = [
  ...runRoutes,
  ...invoiceRoutes,
  ...takeBackRoutes,
  ...moneyRoutes,
];
