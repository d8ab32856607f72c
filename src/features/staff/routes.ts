import type { Route } from '../../web/index.ts';
import { staffAccountRoutes } from './accounts/routes.tsx';
import { staffConfirmRoutes } from './confirm/routes.tsx';
import { deskRoutes } from './desk/routes.tsx';
import { ownAccessRoutes } from './own/routes.tsx';
import { staffSignInRoutes } from './sign-in/routes.tsx';

export const staffRoutes: readonly Route[] = [
  ...deskRoutes,
  ...staffSignInRoutes,
  ...staffConfirmRoutes,
  ...ownAccessRoutes,
  ...staffAccountRoutes,
];
