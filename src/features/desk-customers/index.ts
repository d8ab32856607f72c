import type { Route } from '../../web/index.ts';
import { firmRoutes } from './firm/routes.tsx';
import { importRoutes } from './import/routes.tsx';
import { requestRoutes } from './requests/routes.tsx';
import { searchRoutes } from './search/routes.tsx';

export { type ImportReport, importCustomers } from './import/import-customers.ts';
export { isUnreadable } from './import/is-unreadable.ts';
export { readFirms } from './import/read-firms.ts';

/** The longer names first: what is behind a number comes after them. */
export const deskCustomerRoutes: readonly Route[] = [
  ...searchRoutes,
  ...requestRoutes,
  ...importRoutes,
  ...firmRoutes,
];
