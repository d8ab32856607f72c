import type { Route } from '../../web/index.ts';
import { addressRoutes } from './addresses/routes.tsx';
import { companyRoutes } from './company/routes.tsx';
import { contactRoutes } from './contacts/routes.tsx';
import { costCentreRoutes } from './cost-centres/routes.tsx';
import { invoiceSettingsRoutes } from './invoice-settings/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { preferenceRoutes } from './preferences/routes.tsx';

/** Everything below `/konto/stammdaten`. */
export const masterDataRoutes: readonly Route[] = [
  ...overviewRoutes,
  ...companyRoutes,
  ...addressRoutes,
  ...contactRoutes,
  ...costCentreRoutes,
  ...invoiceSettingsRoutes,
  ...preferenceRoutes,
];
