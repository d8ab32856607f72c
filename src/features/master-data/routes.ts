import type { Route } from '../../web/index.ts';
import { addressRoutes } from './addresses/routes.ts';
import { companyRoutes } from './company/routes.tsx';
import { contactRoutes } from './contacts/routes.ts';
import { costCentreRoutes } from './cost-centres/routes.ts';
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
