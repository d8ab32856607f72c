import type { Route } from '../../web/index.ts';
import { firmRoutes } from './firm/routes.tsx';
import { requestRoutes } from './requests/routes.tsx';
import { searchRoutes } from './search/routes.tsx';

export const deskCustomerRoutes: readonly Route[] = [...searchRoutes, ...requestRoutes, ...firmRoutes];
